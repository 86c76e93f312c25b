package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was made for this node and forgotten is deleted within two hours, and nothing else is. */
class OrphanSweeperTest {
    /** Shorter than a call to the cloud. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    private static final Tags EXCLUDED = Tags.of("terway.alibabacloud.com/excluded", "true");

    @Test
    void only_what_was_made_for_this_node_and_is_attached_to_nothing_goes() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            var self = Marks.madeFor(bench.node.facts().instance());
            lying(bench, self.and(Marks.CREATOR));
            var staying = Stream.of(
                            lying(
                                    bench,
                                    Marks.madeFor(new InstanceId("i-other")).and(Marks.CREATOR)),
                            lying(bench, Marks.CREATOR),
                            lying(bench, Tags.NONE),
                            lying(bench, self.and(EXCLUDED)),
                            attached(bench, self))
                    .sorted()
                    .toList();
            sweep(bench);
            bench.run(Duration.ofHours(2));
            assertEquals(staying, beside(bench));
            var swept = new Measurement.Swept(Measurement.Leak.ENI);
            assertEquals(1, bench.meter.told().stream().filter(swept::equals).count());
        }
    }

    @Test
    void what_is_young_is_left_for_whoever_has_made_it() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            sweep(bench);
            bench.run(Duration.ofMinutes(50));
            var young = lying(bench, Marks.madeFor(bench.node.facts().instance()));
            bench.run(Duration.ofMinutes(9));
            assertEquals(List.of(young), beside(bench));
            bench.run(Duration.ofHours(2));
            assertEquals(List.of(), beside(bench));
        }
    }

    @Test
    void what_a_call_under_way_speaks_of_is_not_swept() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            var orphan = lying(bench, Marks.madeFor(bench.node.facts().instance()));
            var intents = bench.agent.intents();
            var attaching = intents.of(
                    new CloudDeed.Attach(orphan, Berth.at(bench.node.facts().instance())));
            bench.ask("begin to attach", () -> intents.begin(attaching));
            sweep(bench);
            bench.run(Duration.ofHours(3));
            assertEquals(List.of(orphan), beside(bench));
        }
    }

    @Test
    void a_cloud_of_which_nothing_is_to_be_asked_is_not_swept() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            bench.agent.degradation().turn(Degradation.L1);
            var orphan = lying(bench, Marks.madeFor(bench.node.facts().instance()));
            sweep(bench);
            bench.run(Duration.ofHours(3));
            assertEquals(List.of(orphan), beside(bench));
            assertEquals(0, bench.cloud.count("enisOf"));
        }
    }

    @Test
    void what_is_to_be_spared_while_a_sweep_is_looking_is_spared() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            var orphan = lying(bench, Marks.madeFor(bench.node.facts().instance()));
            bench.run(Duration.ofMinutes(11));
            sweep(bench);
            while (bench.cloud.count("enisOf") < 2) {
                bench.run(MOMENT);
            }
            bench.agent.degradation().turn(Degradation.L1);
            bench.run(Duration.ofHours(3));
            assertEquals(List.of(orphan), beside(bench));
            assertEquals(2, bench.cloud.count("enisOf"));
            assertEquals(0, bench.cloud.count("delete"));
        }
    }

    @Test
    void nodes_that_begin_together_look_at_different_moments_and_never_an_hour_apart_exactly() {
        var first = looks(1);
        var second = looks(2);
        assertNotEquals(first, second);
        for (var looks : List.of(first, second)) {
            assertTrue(looks.getFirst().compareTo(Duration.ofMinutes(5)) <= 0, looks::toString);
            var waits = IntStream.range(1, looks.size())
                    .mapToObj(i -> looks.get(i).minus(looks.get(i - 1)))
                    .toList();
            assertEquals(waits.size(), waits.stream().distinct().count(), waits::toString);
            waits.forEach(wait -> assertTrue(
                    wait.compareTo(Duration.ofMinutes(60)) >= 0 && wait.compareTo(Duration.ofMinutes(67)) <= 0,
                    waits::toString));
        }
    }

    /** When a sweeper looks for the first five times, counted from its beginning; there is nothing to be found. */
    private static List<Duration> looks(long seed) {
        try (var bench = new Bench(seed, 3, 5, 0, 0, List.of(IpFamily.V4))) {
            var began = bench.world.instant();
            sweep(bench);
            var looks = new ArrayList<Duration>();
            while (looks.size() < 5) {
                bench.run(Duration.ofSeconds(1));
                if (bench.cloud.count("enisOf") > looks.size()) {
                    looks.add(Duration.between(began, bench.world.instant()));
                }
            }
            return looks;
        }
    }

    private static void sweep(Bench bench) {
        bench.begin("orphan sweeper", () -> {
            bench.agent.orphanSweeper().run();
            return true;
        });
    }

    private static EniId lying(Bench bench, Tags tags) {
        return eni(bench, tags, Optional.empty());
    }

    private static EniId attached(Bench bench, Tags tags) {
        return eni(bench, tags, Optional.of(bench.node.facts().instance()));
    }

    private static EniId eni(Bench bench, Tags tags, Optional<InstanceId> at) {
        var order = new EniOrder(
                bench.scene.vSwitches().getFirst(), List.of(bench.scene.securityGroup()), 1, 0, tags.byKey());
        return bench.atTheCloud.site().createEni(order, at).id();
    }

    /** Sorted; the primary one aside. */
    private static List<EniId> beside(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() != EniKind.PRIMARY)
                .map(CloudEni::id)
                .sorted()
                .toList();
    }
}
