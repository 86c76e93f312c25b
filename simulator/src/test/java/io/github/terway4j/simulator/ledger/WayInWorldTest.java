package io.github.terway4j.simulator.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.simulator.world.Fate;
import io.github.terway4j.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayInWorldTest {
    @Test
    void an_agent_that_crashes_in_a_write_has_written_or_not() {
        assertEquals(List.of("written"), told(new Fate.CrashAfter()));
        assertEquals(List.of(), told(new Fate.CrashBefore()));
        assertEquals(List.of("written", "lived to see it"), told(new Fate.Arrives()));
    }

    private static List<String> told(Fate fate) {
        try (var world = new World(1, call -> fate)) {
            var process = world.process("node-1");
            var told = new ArrayList<String>();
            process.start("main", () -> {
                new WayInWorld(process).through("record", () -> {
                    told.add("written");
                    return new LedgerOutcome.Written();
                });
                told.add("lived to see it");
            });
            world.run();
            return told;
        }
    }
}
