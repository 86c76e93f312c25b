package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Callers who do anything at any time, in a cloud so small that they soon meet every limit. */
class SimulatedCloudProperties {
    private static final EniTemper MOODY = new EniTemper(
            Spread.ofMillis(0, 3_000), Spread.ofMillis(0, 2_000), Spread.ofMillis(0, 1_000), 0.2, 0.2, 0.2);

    @Property(tries = 200)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whatever_is_asked_of_it_the_cloud_stays_whole(@ForAll long seed) {
        var day = new Day(seed);
        for (int i = 0; i < 200; i++) {
            day.passTime();
            var before = day.cloud.enis();
            switch (day.operation()) {
                case Answer.Given<?>(var value) -> Statistics.collect("done");
                case Answer.Refused<?>(var error, var subject, var words) -> {
                    Statistics.collect(error);
                    assertEquals(before, day.cloud.enis(), "a refusal changes nothing");
                }
            }
            assertEquals(List.of(), CloudInvariants.violations(day.cloud));
        }
        Statistics.coverage(seen -> {
            for (var error : List.of(
                    ApiError.VSWITCH_EXHAUSTED,
                    ApiError.INSTANCE_ENIS_EXCEEDED,
                    ApiError.IPV4_COUNT_EXCEEDED,
                    ApiError.IPV6_COUNT_EXCEEDED,
                    ApiError.IPV6_NOT_SUPPORTED,
                    ApiError.ZONE_MISMATCH,
                    ApiError.INVALID_ENI_STATE,
                    ApiError.PRIMARY_ENI_STAYS,
                    ApiError.ADDRESS_IS_PRIMARY,
                    ApiError.TOKEN_MISMATCH)) {
                seen.check(error).count(count -> count > 0);
            }
            seen.check("done").percentage(percent -> percent > 30);
        });
    }

    @Property(tries = 50)
    void when_everything_is_given_back_every_address_is_free_again(@ForAll long seed) {
        var day = new Day(seed);
        for (int i = 0; i < 100; i++) {
            day.passTime();
            day.operation();
        }
        for (int rounds = 0; day.held() > 3; rounds++) {
            assertTrue(rounds < 100, () -> "still there: " + day.cloud.enis());
            day.clock.pass(Duration.ofSeconds(3));
            for (var eni : day.cloud.enis()) {
                eni.instance().ifPresent(instance -> day.cloud.detach(eni.id(), instance));
                day.cloud.delete(eni.id());
                day.cloud.unassign(
                        eni.id(), eni.eni().addresses().stream().skip(1).toList());
            }
        }
        assertEquals(
                List.of(10, 26),
                day.free(day.vSwitches.subList(0, 2)),
                "a /28 and a /27 less the six that are the cloud's");
        assertEquals(List.of(4_088, 4_089), day.free(day.scene.vSwitches()), "less the nodes' own");
    }

    /** One cloud, and callers who draw what they do. */
    private static final class Day {
        private final TestClock clock = new TestClock();
        private final SimulatedCloud cloud = new SimulatedCloud(1, clock, MOODY);
        private final CloudScene scene = CloudScene.of(cloud, "ecs.g6.large", 3);
        private final List<VSwitchId> vSwitches = List.of(
                tiny("10.3.0.0/28"), tiny("10.4.0.0/27"), scene.vSwitches().get(1));
        private final RandomGenerator chance;

        Day(long seed) {
            this.chance = new SplittableRandom(seed);
        }

        void passTime() {
            clock.pass(Duration.ofMillis(chance.nextLong(1_000)));
        }

        private int held() {
            return cloud.enis().stream()
                    .mapToInt(eni -> eni.eni().addresses().size())
                    .sum();
        }

        private Answer<?> operation() {
            var enis = cloud.enis();
            var eni = one(enis, chance);
            var instance = one(scene.instances(), chance).id();
            return switch (chance.nextInt(8)) {
                case 0 ->
                    cloud.create(
                            new EniOrder(
                                    one(vSwitches, chance),
                                    List.of(scene.securityGroup()),
                                    chance.nextInt(1, 8),
                                    chance.nextInt(3) / 2,
                                    Map.of()),
                            token(chance));
                case 1, 2 -> cloud.attach(eni.id(), instance);
                case 3 -> cloud.detach(eni.id(), eni.instance().orElse(instance));
                case 4 ->
                    eni.status() == EniStatus.AVAILABLE || chance.nextBoolean()
                            ? cloud.delete(eni.id())
                            : cloud.detach(eni.id(), instance);
                case 5, 6 ->
                    cloud.assign(
                            new Assignment(eni.id(), one(List.of(IpFamily.values()), chance), chance.nextInt(1, 5)),
                            token(chance));
                default -> {
                    var held = new ArrayList<>(eni.eni().addresses());
                    yield cloud.unassign(eni.id(), held.subList(chance.nextInt(held.size()), held.size()));
                }
            };
        }

        private VSwitchId tiny(String block) {
            return cloud.site()
                    .createVSwitch(scene.vpc(), CloudScene.ZONES.getFirst(), DualStack.v4(Cidr.parse(block)));
        }

        private List<Integer> free(List<VSwitchId> ids) {
            return ids.stream()
                    .map(id -> cloud.vSwitches().stream()
                            .filter(vSwitch -> vSwitch.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .freeAddresses())
                    .toList();
        }

        /** Of so few that some come twice. */
        private static ClientToken token(RandomGenerator chance) {
            return new ClientToken("token-" + chance.nextInt(1_000));
        }

        private static <T> T one(List<T> of, RandomGenerator chance) {
            return of.get(chance.nextInt(of.size()));
        }
    }
}
