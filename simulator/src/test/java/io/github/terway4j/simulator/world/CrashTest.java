package io.github.terway4j.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A process that writes one, two, three, each by a call, and is crashed somewhere in between. */
class CrashTest {
    private static final Spread MILLISECOND = Spread.ofMillis(1, 1);
    private static final Spread INSTANTLY = Spread.ofMillis(0, 0);

    @Test
    void a_crash_comes_between_any_two_steps() {
        for (int call = 1; call <= 3; call++) {
            assertEquals(List.of(1, 2, 3).subList(0, call - 1), writtenWith(call, new Fate.CrashBefore()));
            assertEquals(List.of(1, 2, 3).subList(0, call), writtenWith(call, new Fate.CrashAfter()));
        }
    }

    @Test
    void a_crash_in_the_middle_of_a_call_leaves_it_done_or_not_done() {
        var ends = new TreeSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            try (var world = new World(seed)) {
                var written = new ArrayList<Integer>();
                var process = world.process("node-1");
                process.start("writer", () -> write(process, written));
                world.at(World.BEGINNING.plusMillis(2).plusNanos(500_000), "power cut", process::crash);
                world.run();
                ends.add(written.toString());
            }
        }
        assertEquals(List.of("[1, 2]", "[1]"), List.copyOf(ends));
    }

    @Test
    void a_request_that_was_sent_may_arrive_after_the_crash() {
        var ends = new TreeSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            try (var world = new World(seed)) {
                var arrived = new ArrayList<String>();
                var process = world.process("node-1");
                process.start(
                        "asker",
                        () -> process.request(
                                "ask",
                                Spread.ofMillis(10, 10),
                                () -> arrived.add("at " + world.instant()),
                                words -> false));
                world.at(World.BEGINNING.plusMillis(5), "power cut", process::crash);
                world.run();
                ends.add(arrived.isEmpty() ? "never" : "later");
            }
        }
        assertEquals(List.of("later", "never"), List.copyOf(ends));
    }

    @Test
    void code_that_handles_exceptions_does_not_survive() {
        try (var world = new World(1, crashAt(2, new Fate.CrashBefore()))) {
            var process = world.process("node-1");
            var survived = new ArrayList<String>();
            process.start("stubborn", () -> {
                for (int i = 0; i < 3; i++) {
                    try {
                        process.call("call", INSTANTLY, () -> 1);
                    } catch (RuntimeException e) {
                        survived.add("" + e);
                    }
                }
            });
            world.run();
            assertEquals(List.of(), survived);
            assertFalse(process.alive());
        }
    }

    @Test
    void what_a_dead_process_does_on_its_way_out_has_no_effect() {
        try (var world = new World(1, crashAt(1, new Fate.CrashBefore()))) {
            var process = world.process("node-1");
            var done = new ArrayList<String>();
            process.start("tidy", () -> {
                try {
                    process.call("open", INSTANTLY, () -> done.add("open"));
                } finally {
                    process.call("close", INSTANTLY, () -> done.add("close"));
                }
            });
            world.run();
            assertEquals(List.of(), done);
        }
    }

    @Test
    void every_task_of_the_process_ends_and_no_other() {
        try (var world = new World(1)) {
            var ended = new ArrayList<String>();
            var victim = world.process("node-1");
            var neighbour = world.process("node-2");
            for (var process : List.of(victim, neighbour)) {
                var signal = process.tasks().signal("never");
                process.start("sleeps", () -> {
                    try {
                        process.tasks().sleep(Duration.ofSeconds(10));
                    } finally {
                        ended.add("%s at %s".formatted(process.name(), world.instant()));
                    }
                });
                process.start("waits", () -> {
                    try {
                        signal.awaitBeyond(0, World.BEGINNING.plusSeconds(10));
                    } finally {
                        ended.add("%s at %s".formatted(process.name(), world.instant()));
                    }
                });
            }
            world.at(World.BEGINNING.plusSeconds(1), "power cut", victim::crash);
            world.runUntil(World.BEGINNING.plusSeconds(5));
            assertEquals(List.of("node-1 at 2026-01-01T00:00:01Z", "node-1 at 2026-01-01T00:00:01Z"), ended);
            world.run();
            assertEquals(4, ended.size());
        }
    }

    @Test
    void a_task_that_has_not_begun_never_does() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            process.start("main", () -> {
                throw new IllegalStateException("began");
            });
            process.crash();
            world.run();
            assertThrows(Crashed.class, () -> process.start("more", () -> {}));
        }
    }

    @Test
    void a_process_may_crash_itself() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var after = new ArrayList<String>();
            process.start("main", () -> {
                process.crash();
                after.add("went on");
            });
            world.run();
            assertEquals(List.of(), after);
        }
    }

    @Test
    void after_the_crash_the_next_incarnation_begins() {
        try (var world = new World(1, crashAt(2, new Fate.CrashAfter()))) {
            var written = new ArrayList<Integer>();
            var first = world.process("node-1");
            first.start("writer", () -> write(first, written));
            first.whenCrashed(() -> {
                var second = world.process("node-1");
                second.start("writer", () -> write(second, written));
            });
            world.run();
            assertEquals(List.of(1, 2, 1, 2, 3), written);
            assertTrue(
                    world.trace().lines().stream().anyMatch(line -> line.contains("node-1#2/writer write 3 -> ")),
                    () -> "" + world.trace().lines());
        }
    }

    private static List<Integer> writtenWith(int call, Fate fate) {
        try (var world = new World(1, crashAt(call, fate))) {
            var written = new ArrayList<Integer>();
            var process = world.process("node-1");
            process.start("writer", () -> write(process, written));
            world.run();
            return written;
        }
    }

    private static void write(SimulatedProcess process, List<Integer> written) {
        for (int i : List.of(1, 2, 3)) {
            process.call("write " + i, MILLISECOND, () -> written.add(i));
        }
    }

    private static FaultPlan crashAt(long number, Fate fate) {
        return call -> call.number() == number ? fate : new Fate.Arrives();
    }
}
