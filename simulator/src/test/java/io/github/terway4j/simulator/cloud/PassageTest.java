package io.github.terway4j.simulator.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.simulator.world.Spread;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    @Test
    void a_passage_that_takes_time_takes_it_each_way() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var passage = Passage.taking(Spread.ofMillis(30, 30), process.tasks(), world.fork("way"));
            var millis = new ArrayList<Long>();
            process.start("main", () -> {
                var begun = world.instant();
                passage.through("ask", () -> {
                    millis.add(Duration.between(begun, world.instant()).toMillis());
                    return new CloudOutcome.Done<>(1);
                });
                millis.add(Duration.between(begun, world.instant()).toMillis());
            });
            world.run();
            assertEquals(List.of(30L, 60L), millis);
        }
    }
}
