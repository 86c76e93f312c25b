package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Ownership;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkReaperTest {
    private static Bench withThreePods() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        List.of("a", "b", "c").forEach(bench::attached);
        bench.begin("reaper", () -> {
            bench.agent.reaper().run();
            return true;
        });
        bench.run(Duration.ofSeconds(1));
        return bench;
    }

    private static long retired(Bench bench) {
        return bench.seen(bench.host).links().stream()
                .filter(link -> link.group() == Ownership.RETIRED_GROUP)
                .count();
    }

    @Test
    void links_of_pods_that_end_together_are_deleted_together_soon_after() {
        try (var bench = withThreePods()) {
            var before = bench.kernel.applied("delete all retired links");
            var ends = List.of("a", "b", "c").stream()
                    .map(name -> bench.beginDel(bench.pod(name)))
                    .toList();
            bench.run(Duration.ofMillis(50));
            assertTrue(ends.stream().allMatch(Call::isAnswered), "nobody waits for it");
            assertEquals(3, retired(bench));
            bench.run(Duration.ofMillis(100));
            assertEquals(0, retired(bench));
            assertEquals(before + 1, bench.kernel.applied("delete all retired links"));
        }
    }

    @Test
    void a_kernel_that_would_not_is_asked_again_within_a_minute() {
        try (var bench = withThreePods()) {
            bench.kernel.refuse("delete all retired links");
            bench.del(bench.pod("a"));
            bench.run(Duration.ofSeconds(1));
            assertEquals(1, retired(bench));
            bench.kernel.relent();
            bench.run(Duration.ofSeconds(61));
            assertEquals(0, retired(bench));
        }
    }
}
