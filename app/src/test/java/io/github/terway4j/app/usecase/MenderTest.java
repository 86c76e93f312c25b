package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.lease.Lease;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody removes by hand of a living pod's network on the host. */
class MenderTest {
    record Way(String name, Supplier<Bench> bench) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way("veth", () -> new Bench(1, 8, 2, 4).passes(3)),
                new Way("slave", () -> Bench.ofSlaves(6, 2, 4).passes(3)),
                new Way("whole ENI", () -> Bench.ofWholeEnis(2, 2, 2).passes(5)));
    }

    static void round(Bench bench) {
        bench.ask("sweep", () -> {
            bench.agent.sweeper().round();
            return true;
        });
    }

    private static List<KernelObject> onHost(Bench bench) {
        Lease lease = bench.disk.leases().getFirst();
        var eni =
                bench.ask("look", () -> bench.agent.book().serving(lease.eni())).orElseThrow();
        return lease.datapath()
                .datapath()
                .onHost(eni.wiring(), lease.key(), lease.pod(), lease.addresses())
                .wanted();
    }

    private static List<KernelObject> missing(Bench bench, List<KernelObject> wanted) {
        return KernelDiff.between(new DatapathPlan(wanted), Map.of(bench.host, bench.seen(bench.host)))
                .missing();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void each_thing_is_put_back_and_told_in_words(Way way) {
        try (var bench = way.bench().get()) {
            bench.attached("web");
            var wanted = onHost(bench);
            assertFalse(wanted.isEmpty());
            for (var object : wanted) {
                if (!(object instanceof KernelObject.LinkUp)) {
                    bench.machine.kernel().apply(List.of(new KernelStep.Remove(object)));
                    assertEquals(List.of(object), missing(bench, wanted));
                    round(bench);
                    assertEquals(List.of(), missing(bench, wanted));
                    assertEquals(
                            1,
                            bench.events.count(
                                    "default/web ConfigCheck: was missing, and is put back: " + object.words()),
                            bench.events.told::toString);
                }
            }
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void of_one_that_is_whole_nothing_is_told(Way way) {
        try (var bench = way.bench().get()) {
            bench.attached("web");
            round(bench);
            assertEquals(0, bench.events.count("default/web ConfigCheck"));
        }
    }

    @Test
    void a_link_that_was_turned_down_is_up_again_with_the_ways_that_went_with_it() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            bench.attached("web");
            bench.machine.turnDown(bench.host, Traces.hostLink(bench.pod("web")));
            round(bench);
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void while_the_cluster_is_away_it_is_put_back_all_the_same() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            bench.attached("web");
            bench.pods.cutOff("connection refused");
            bench.machine
                    .kernel()
                    .apply(List.of(new KernelStep.Remove(Traces.rules(bench).getFirst())));
            round(bench);
            bench.pods.reconnect();
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void of_a_pod_that_has_gone_nothing_is_put_back() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            bench.attached("web");
            bench.machine.namespaces().delete(bench.netns(bench.pod("web")));
            bench.machine
                    .kernel()
                    .apply(List.of(new KernelStep.Remove(Traces.rules(bench).getFirst())));
            round(bench);
            assertEquals(0, bench.events.count("default/web ConfigCheck"));
        }
    }
}
