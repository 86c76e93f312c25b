package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VSwitchShelfTest {
    @Test
    void what_was_heard_is_believed_for_ten_minutes_and_not_at_all_when_the_clock_was_set_back() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            var shelf = new VSwitchShelf(bench.cloud, bench.node, new PoolMemory(bench.node), new Random(1));
            var now = bench.now();
            assertEquals(1, asked(bench, shelf, now));
            assertEquals(1, asked(bench, shelf, now.plusSeconds(599)));
            assertEquals(2, asked(bench, shelf, now.plusSeconds(600)));
            assertEquals(3, asked(bench, shelf, now.minus(Duration.ofHours(1))));
        }
    }

    private static long asked(Bench bench, VSwitchShelf shelf, Instant now) {
        var vSwitch = bench.node.vSwitches().getFirst();
        assertTrue(bench.ask("find", () -> shelf.find(vSwitch, now).isPresent()));
        return bench.cloud.count("vSwitches");
    }
}
