package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.CheckOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitKeeperTest {
    private static final String SEND = "kubernetes.io/egress-bandwidth";
    private static final String RECEIVE = "kubernetes.io/ingress-bandwidth";

    private static Bench withWeb() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        bench.attached("web");
        keepLimits(bench);
        return bench;
    }

    private static void keepLimits(Bench bench) {
        inTheBackground(bench, "limit keeper", bench.agent.limits()::run);
    }

    private static void inTheBackground(Bench bench, String name, Runnable loop) {
        bench.begin(name, () -> {
            loop.run();
            return true;
        });
    }

    private static void annotate(Bench bench, String name, String value) {
        annotate(bench, name, Optional.of(value));
    }

    private static void annotate(Bench bench, String name, Optional<String> value) {
        var web = new PodRef("default", "web");
        var annotations = bench.pod("web").facts().annotations().with(name, value);
        bench.cluster.annotate(web, annotations);
        tell(bench);
    }

    private static void tell(Bench bench) {
        bench.agent.limits().told(List.of(bench.pod("web").facts()));
        bench.run(Duration.ofSeconds(1));
    }

    private static List<Long> held(KernelState state) {
        return state.shapers().stream()
                .map(shaper -> shaper.tbf().rate().bytesPerSecond())
                .toList();
    }

    private static void sendsAtMost(Bench bench, Long... bytes) {
        assertEquals(List.of(bytes), held(bench.seen(bench.netns(bench.pod("web")))));
    }

    private static void receivesAtMost(Bench bench, Long... bytes) {
        assertEquals(List.of(bytes), held(bench.seen(bench.host)));
    }

    @Test
    void a_limit_comes_changes_and_goes_while_the_pod_runs_and_events_tell() {
        try (var bench = withWeb()) {
            annotate(bench, SEND, "8M");
            sendsAtMost(bench, 1_000_000L);
            receivesAtMost(bench);
            annotate(bench, SEND, "16M");
            sendsAtMost(bench, 2_000_000L);
            annotate(bench, RECEIVE, "1G");
            receivesAtMost(bench, 125_000_000L);
            annotate(bench, SEND, Optional.empty());
            sendsAtMost(bench);
            receivesAtMost(bench, 125_000_000L);
            assertEquals(
                    List.of(
                            "default/web BandwidthChanged: egress: 8 Mbit/s, before no limit",
                            "default/web BandwidthChanged: egress: 16 Mbit/s, before 8 Mbit/s",
                            "default/web BandwidthChanged: ingress: 1 Gbit/s, before no limit",
                            "default/web BandwidthChanged: egress: no limit, before 16 Mbit/s"),
                    bench.events.told.stream()
                            .filter(event -> event.contains("Bandwidth"))
                            .toList());
            assertEquals(new CheckOutcome.AllThere(), Traces.check(bench, bench.pod("web")));
        }
    }

    @Test
    void a_limit_that_goes_is_opened_before_it_is_taken_away() {
        try (var bench = withWeb()) {
            annotate(bench, SEND, "8M");
            annotate(bench, SEND, Optional.empty());
            assertEquals(1, bench.kernel.applied("make qdisc tbf 1: root dev eth0 rate 100000000000bit"));
            assertEquals(1, bench.kernel.applied("remove qdisc tbf 1: root dev eth0"));
        }
    }

    @Test
    void what_was_told_twice_is_done_once() {
        try (var bench = withWeb()) {
            annotate(bench, SEND, "8M");
            tell(bench);
            assertEquals(1, bench.kernel.applied("make qdisc tbf"));
        }
    }

    @Test
    void nonsense_changes_nothing_and_is_told_once() {
        try (var bench = withWeb()) {
            annotate(bench, SEND, "8M");
            annotate(bench, SEND, "fast");
            tell(bench);
            sendsAtMost(bench, 1_000_000L);
            assertEquals(1, bench.events.count("default/web ParseFailed: " + SEND + " says \"fast\""));
            assertEquals(new CheckOutcome.AllThere(), Traces.check(bench, bench.pod("web")));
        }
    }

    @Test
    void a_check_misses_a_limit_that_has_not_been_brought_about() {
        try (var bench = withWeb()) {
            bench.cluster.annotate(new PodRef("default", "web"), PodAnnotations.NONE.with(SEND, Optional.of("8M")));
            assertEquals(
                    new CheckOutcome.Missing(List.of("qdisc tbf 1: root dev eth0 rate 8000000bit")),
                    Traces.check(bench, bench.pod("web")));
        }
    }

    @Test
    void what_the_kernel_refuses_is_told_and_done_when_the_pod_is_told_of_again() {
        try (var bench = withWeb()) {
            bench.kernel.refuse("make qdisc tbf");
            annotate(bench, SEND, "8M");
            assertEquals(1, bench.events.count("default/web BandwidthNotHeld: "));
            bench.kernel.relent();
            tell(bench);
            sendsAtMost(bench, 1_000_000L);
        }
    }

    @Test
    void what_changed_while_the_agent_was_dead_is_done_when_the_next_one_hears_of_it() {
        try (var bench = withWeb()) {
            annotate(bench, SEND, "8M");
            annotate(bench, RECEIVE, "8M");
            var annotations = PodAnnotations.NONE.with(SEND, Optional.of("16M"));
            bench.cluster.annotate(new PodRef("default", "web"), annotations);
            bench.restart();
            keepLimits(bench);
            tell(bench);
            sendsAtMost(bench, 2_000_000L);
            receivesAtMost(bench);
            assertEquals(1, Traces.onDisk(bench).size());
        }
    }

    @Test
    void the_list_of_all_pods_tells_what_the_feed_has_lost() {
        try (var bench = withWeb()) {
            bench.cluster.annotate(new PodRef("default", "web"), PodAnnotations.NONE.with(SEND, Optional.of("8M")));
            inTheBackground(bench, "lease sweeper", bench.agent.sweeper()::run);
            bench.run(Duration.ofSeconds(5));
            sendsAtMost(bench, 1_000_000L);
        }
    }

    @Test
    void a_namespace_that_is_not_the_pods_any_more_is_left_alone() {
        try (var bench = withWeb()) {
            var netns = bench.netns(bench.pod("web"));
            bench.machine.namespaces().delete(netns);
            annotate(bench, SEND, "8M");
            assertEquals(1, bench.events.count("default/web BandwidthNotHeld: "));
            assertEquals(0, bench.kernel.applied("make qdisc tbf"));
        }
    }

    @Test
    void another_pod_of_the_same_name_has_no_say() {
        try (var bench = withWeb()) {
            var limited = PodAnnotations.NONE.with(SEND, Optional.of("8M"));
            bench.cluster.annotate(new PodRef("default", "web"), limited);
            bench.cluster.restart(new PodRef("default", "web"));
            var older = bench.agent.book().ask(leases -> leases.leases().getFirst());
            bench.agent.limits().told(List.of(bench.pod("web").facts()));
            bench.run(Duration.ofSeconds(1));
            assertEquals(older, bench.agent.book().ask(leases -> leases.leases().getFirst()));
            assertTrue(bench.events.told.stream().noneMatch(event -> event.contains("Bandwidth")));
        }
    }
}
