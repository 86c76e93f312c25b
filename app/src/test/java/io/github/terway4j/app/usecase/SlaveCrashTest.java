package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent dies at each call that it makes while a pod is wired by a slave, or taken apart. */
class SlaveCrashTest {
    private static final List<Fate> DEATHS = List.of(new Fate.CrashBefore(), new Fate.CrashAfter());
    /** More calls than any deed makes; a round in which none was left to die at ends it. */
    private static final int MANY = 200;

    /** What happens next to the pod whose call found no end. */
    enum Sequel {
        ADDED_AGAIN,
        ENDED,
        DIES_UNSAID
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_in_the_end_wherever_wiring_stopped(Sequel sequel) {
        everywhere(false, sequel);
    }

    @ParameterizedTest
    @EnumSource(names = "ADDED_AGAIN", mode = EnumSource.Mode.EXCLUDE)
    void nothing_is_left_in_the_end_wherever_taking_apart_stopped(Sequel sequel) {
        everywhere(true, sequel);
    }

    private static void everywhere(boolean ending, Sequel sequel) {
        for (var death : DEATHS) {
            var calls = 0;
            while (calls < MANY && dieAt(calls, death, ending, sequel)) {
                calls++;
            }
            assertTrue(calls >= 4 && calls < MANY, calls + " calls");
        }
    }

    /** Whether there was such a call. */
    private static boolean dieAt(int call, Fate death, boolean ending, Sequel sequel) {
        try (var bench = Bench.ofSlaves(6, 2, 4).passes(3)) {
            var when = "%s at call %d, %s".formatted(death, call, sequel);
            var web = bench.pod("web");
            bench.netns(web);
            if (ending) {
                bench.attached("web");
            }
            bench.fates.after(call, death);
            if (ending) {
                bench.beginDel(web);
            } else {
                bench.beginAdd(web);
            }
            bench.run(Duration.ofSeconds(5));
            if (!bench.fates.came()) {
                return false;
            }
            bench.restart();
            bench.passes(1);
            switch (sequel) {
                case ADDED_AGAIN -> {
                    assertInstanceOf(AttachOutcome.Attached.class, bench.add(web), when);
                    Traces.whole(bench, web);
                    assertEquals(new DetachOutcome.Detached(), bench.del(web), when);
                }
                case ENDED -> assertEquals(new DetachOutcome.Detached(), bench.del(web), when);
                case DIES_UNSAID -> {
                    bench.machine.namespaces().delete(bench.netns(web));
                    bench.cluster.stop(web.pod());
                    SlaveTest.sweep(bench);
                }
            }
            SlaveTest.none(bench, when);
            return true;
        }
    }
}
