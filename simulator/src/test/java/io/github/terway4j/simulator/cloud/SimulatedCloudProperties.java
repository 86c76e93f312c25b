package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.invariant.CloudInvariants;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever a {@link Crowd} does. */
class SimulatedCloudProperties {
    private static final List<ApiError> MET = List.of(
            ApiError.VSWITCH_EXHAUSTED,
            ApiError.INSTANCE_ENIS_EXCEEDED,
            ApiError.IPV4_COUNT_EXCEEDED,
            ApiError.IPV6_COUNT_EXCEEDED,
            ApiError.IPV6_NOT_SUPPORTED,
            ApiError.ZONE_MISMATCH,
            ApiError.INVALID_ENI_STATE,
            ApiError.INVALID_INSTANCE_STATE,
            ApiError.INCORRECT_INSTANCE_STATUS,
            ApiError.INVALID_ENI_TYPE,
            ApiError.MEMBERS_ATTACHED,
            ApiError.PRIMARY_ENI_STAYS,
            ApiError.ADDRESS_IS_PRIMARY,
            ApiError.ADDRESS_TAKEN,
            ApiError.ADDRESS_NOT_IN_VSWITCH,
            ApiError.INSTANCE_NOT_FOUND,
            ApiError.TOKEN_MISMATCH);

    @Property(tries = 100)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whatever_is_asked_of_it_the_cloud_stays_whole(@ForAll long seed) {
        var crowd = new Crowd(seed);
        var cloud = crowd.cloud;
        for (int i = 0; i < 200; i++) {
            crowd.passTime();
            var enis = cloud.enis();
            var vSwitches = cloud.describeVSwitches();
            var instances = cloud.instances();
            switch (crowd.operation()) {
                case Answer.Given<?>(var value) -> Statistics.collect("done");
                case Answer.Refused<?>(var error, var subject, var words) -> {
                    Statistics.collect(error);
                    assertEquals(enis, cloud.enis(), "a refusal changes nothing");
                    assertEquals(vSwitches, cloud.describeVSwitches(), "a refusal changes nothing");
                    assertEquals(instances, cloud.instances(), "a refusal changes nothing");
                }
            }
            if (i % 4 == 0) {
                assertEquals(List.of(), CloudInvariants.violations(cloud));
            }
        }
        Statistics.coverage(seen -> {
            MET.forEach(error -> seen.check(error).count(count -> count > 0));
            seen.check("done").percentage(percent -> percent > 25);
        });
    }

    @Property(tries = 30)
    void a_lagging_look_shows_a_whole_cloud_too(@ForAll long seed) {
        var crowd = new Crowd(seed);
        crowd.cloud.follow(Crowd.MOODS.and(Spell.of(new Quirk.DescriptionLags(Duration.ofSeconds(4)))));
        for (int i = 0; i < 100; i++) {
            crowd.passTime();
            crowd.operation();
            if (i % 5 == 0) {
                assertEquals(List.of(), CloudInvariants.violations(crowd.cloud));
            }
        }
        crowd.clock.pass(Duration.ofHours(1));
        crowd.cloud.settle();
        crowd.clock.pass(Duration.ofHours(1));
        assertEquals(crowd.cloud.enis(), crowd.cloud.describeEnis(), "what stands still is shown as it is");
    }

    @Property(tries = 30)
    void when_everything_is_given_back_every_address_is_free_again(@ForAll long seed) {
        var crowd = new Crowd(seed);
        var cloud = crowd.cloud;
        for (int i = 0; i < 100; i++) {
            crowd.passTime();
            crowd.operation();
        }
        for (int rounds = 0; !cloud.enis().isEmpty(); rounds++) {
            assertTrue(rounds < 100, () -> "still there: " + cloud.enis());
            crowd.clock.pass(Duration.ofSeconds(10));
            cloud.instances().forEach(instance -> cloud.machines().delete(instance.id(), true));
            cloud.enis().forEach(eni -> cloud.delete(eni.id()));
        }
        assertEquals(
                List.of(10, 90, 4_026, 4_090),
                List.of(
                        free(crowd, 0),
                        free(crowd, 1),
                        free(crowd, 2),
                        cloud.vSwitches().stream()
                                .filter(vSwitch -> vSwitch.id()
                                        .equals(crowd.scene.vSwitches().getFirst()))
                                .findFirst()
                                .orElseThrow()
                                .freeAddresses()),
                "each block less the six that are the cloud's and what is set aside");
    }

    private static int free(Crowd crowd, int place) {
        return crowd.cloud.vSwitches().stream()
                .filter(vSwitch -> vSwitch.id().equals(crowd.vSwitches.get(place)))
                .mapToInt(VSwitch::freeAddresses)
                .sum();
    }
}
