package io.github.terway4j.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A process that writes one, two, three, each by a call, and is crashed somewhere in between. */
class CrashTest {
    private static final Spread MILLISECOND = Spread.ofMillis(1, 1);
    private static final Spread TEN_EACH_WAY = Spread.ofMillis(10, 10);
    private static final Spread INSTANTLY = Spread.ofMillis(0, 0);

    @Test
    void a_crash_comes_between_any_two_steps() {
        for (int call = 1; call <= 3; call++) {
            assertEquals(List.of(1, 2, 3).subList(0, call - 1), writtenWith(call, new Fate.CrashBefore()));
            assertEquals(List.of(1, 2, 3).subList(0, call), writtenWith(call, new Fate.CrashAfter()));
        }
    }

    @Test
    void a_crash_in_the_middle_of_a_call_leaves_it_done_or_not_done_before_anybody_else_looks() {
        assertEquals(List.of("done at once", "not done"), endsOf((process, arrived) -> {
            process.call("write", TEN_EACH_WAY, arrived);
        }));
    }

    @Test
    void a_request_that_was_sent_may_arrive_after_the_crash() {
        assertEquals(List.of("done in its own time", "not done"), endsOf((process, arrived) -> {
            process.request("ask", TEN_EACH_WAY, arrived, words -> false);
        }));
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
    void who_asks_something_of_a_dead_process_makes_a_mistake() {
        try (var world = new World(1)) {
            var dead = world.process("node-1");
            dead.crash();
            world.process("node-2").start("main", () -> dead.start("more", () -> {}));
            assertInstanceOf(
                    Crashed.class, assertThrows(WorldStopped.class, world::run).why());
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

    /** What may become of a call that would take effect after 10 ms, when there is a crash after 5 ms. */
    private static List<String> endsOf(BiConsumer<SimulatedProcess, Supplier<Boolean>> caller) {
        var ends = new TreeSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            try (var world = new World(seed)) {
                var arrived = new ArrayList<Instant>();
                var process = world.process("node-1");
                process.start("caller", () -> caller.accept(process, () -> arrived.add(world.instant())));
                var crash = World.BEGINNING.plusMillis(5);
                world.at(crash, "power cut", process::crash);
                world.run();
                ends.add(
                        arrived.isEmpty()
                                ? "not done"
                                : arrived.getFirst().isAfter(crash) ? "done in its own time" : "done at once");
            }
        }
        return List.copyOf(ends);
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
