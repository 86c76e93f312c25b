package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.AttachOutcome;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever else the pool is about, pods do not wait for it; and many pods at once are not served one after the other. */
class PodsFirstTest {
    @Test
    void enis_for_a_burst_are_made_side_by_side_and_filled_side_by_side() {
        try (var bench = new Bench(3, 15, 0, 0).keepPool()) {
            // Each comes with ten, and gets five more.
            burst(bench, 45);
            assertEquals(3, bench.cloud.count("create"));
            assertEquals(3, bench.cloud.together("create"));
            assertEquals(3, bench.cloud.count("assign"));
            assertTrue(bench.cloud.together("assign") > 1, () -> "side by side: " + bench.cloud.together("assign"));
        }
    }

    @Test
    void a_burst_asks_for_exactly_as_many_as_wait_and_what_the_lower_mark_misses() {
        try (var bench = new Bench(2, 15, 3, 30).keepPool()) {
            bench.run(Duration.ofSeconds(30));
            assertEquals(3, addresses(bench));
            burst(bench, 9);
            bench.run(Duration.ofMinutes(1));
            assertEquals(12, addresses(bench));
            assertEquals(1, bench.cloud.count("create"));
            assertTrue(bench.cloud.count("assign") <= 2, () -> bench.cloud.asked.toString());
        }
    }

    @Test
    void a_pod_that_nobody_knows_brings_no_address() {
        try (var bench = new Bench(2, 20, 0, 0).keepPool()) {
            var pod = bench.pod("ghost");
            bench.cluster.stop(pod.pod());
            for (int again = 0; again < 5; again++) {
                bench.add(pod);
            }
            bench.run(Duration.ofMinutes(1));
            assertEquals(0, bench.cloud.count("create"));
        }
    }

    @Test
    void a_pod_whose_runtime_has_given_up_is_no_demand_any_more() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            bench.cloud.refuse("create", Refusals::unknown);
            bench.keepPool();
            var waiting = bench.beginAdd(bench.pod("web"));
            bench.run(Bench.RUNTIME_PATIENCE.plusSeconds(30));
            assertTrue(waiting.answer() instanceof AttachOutcome.NotAttached);
            bench.cloud.relent();
            bench.run(Duration.ofMinutes(10));
            assertEquals(0, addresses(bench));
        }
    }

    @Test
    void what_fills_the_marks_beside_what_a_pod_waits_for_is_less_urgent() {
        try (var bench = new Bench(3, 5, 5, 10).passes(4)) {
            bench.attached("a");
            var warm = bench.cloud.count("create for WARM_UP");
            var waiting = IntStream.range(0, 5)
                    .mapToObj(pod -> bench.beginAdd(bench.pod("pod-" + pod)))
                    .toList();
            bench.run(Duration.ofSeconds(1));
            bench.pass();
            assertEquals(Urgency.WAITING_POD, bench.cloud.urgencies().get("enisOf"));
            assertEquals(3, bench.cloud.count("create"), "one for the pod, and one for the mark");
            assertEquals(1, bench.cloud.count("create for WAITING_POD"));
            assertEquals(warm + 1, bench.cloud.count("create for WARM_UP"));
            bench.keepPool();
            waiting.forEach(call -> assertTrue(bench.answer(call) instanceof AttachOutcome.Attached));
        }
    }

    @Test
    void while_the_cloud_takes_nothing_back_pods_are_served_at_once() {
        try (var bench = new Bench(1, 15, 0, 0).keepPool()) {
            burst(bench, 12);
            for (int pod = 1; pod < 12; pod++) {
                bench.del(bench.pod("pod-" + pod));
            }
            bench.cloud.refuse("unassign", Refusals::throttled);
            bench.run(Duration.ofMinutes(4));
            assertTrue(bench.cloud.count("unassign") > 0, "it was tried");
            bench.events.told.clear();
            var began = bench.now();
            burst(bench, "more-", 14);
            var took = Duration.between(began, bench.now());
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took::toString);
            assertEquals(0, bench.events.count("node ResourceInvalid"));
        }
    }

    private static void burst(Bench bench, int pods) {
        burst(bench, "pod-", pods);
    }

    /** Returns when all have their addresses. */
    private static void burst(Bench bench, String name, int pods) {
        var calls = IntStream.range(0, pods)
                .mapToObj(pod -> bench.beginAdd(bench.pod(name + pod)))
                .toList();
        calls.forEach(call -> assertTrue(bench.answer(call) instanceof AttachOutcome.Attached));
    }

    private static int addresses(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .mapToInt(eni -> eni.eni().count(IpFamily.V4))
                .sum();
    }
}
