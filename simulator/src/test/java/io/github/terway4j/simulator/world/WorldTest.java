package io.github.terway4j.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final Spread SOME = Spread.ofMillis(1, 50);

    @Test
    void the_same_seed_gives_the_same_trace_line_by_line() {
        var first = busyDay(42);
        var second = busyDay(42);
        assertEquals(first.lines(), second.lines());
        assertEquals(first.hash(), second.hash());
        assertTrue(first.count() > 1_000, () -> first.count() + " lines");
    }

    @Test
    void another_seed_gives_another_day() {
        assertNotEquals(busyDay(42).hash(), busyDay(43).hash());
    }

    @Test
    void tasks_of_one_day_take_turns() {
        var last = "";
        var changes = 0;
        for (var line : busyDay(42).lines()) {
            var task = line.split(" ", 3)[1];
            changes += task.equals(last) ? 0 : 1;
            last = task;
        }
        assertTrue(changes > 500, changes + " changes of task");
    }

    @Test
    void no_time_passes_while_code_runs() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var at = new ArrayList<Object>();
            process.start("main", () -> {
                at.add(world.instant());
                for (int i = 0; i < 1_000_000; i++) {
                    Math.sqrt(i);
                }
                at.add(world.instant());
            });
            world.run();
            assertEquals(at.get(0), at.get(1));
        }
    }

    @Test
    void sleepers_wake_in_the_order_of_their_times() {
        try (var world = new World(1)) {
            var woken = new ArrayList<Integer>();
            for (int seconds : List.of(3, 1, 5, 2, 4)) {
                var process = world.process("sleeper-" + seconds);
                process.start("main", () -> {
                    process.tasks().sleep(Duration.ofSeconds(seconds));
                    woken.add(seconds);
                });
            }
            world.run();
            assertEquals(List.of(1, 2, 3, 4, 5), woken);
        }
    }

    @Test
    void actions_happen_at_their_times_and_those_of_one_time_in_the_order_given() {
        try (var world = new World(1)) {
            var seen = new ArrayList<String>();
            world.at(World.BEGINNING.plusSeconds(2), "c", () -> seen.add("c at " + world.instant()));
            world.after(Duration.ofSeconds(1), "a", () -> seen.add("a at " + world.instant()));
            world.after(Duration.ofSeconds(1), "b", () -> seen.add("b at " + world.instant()));
            world.run();
            assertEquals(
                    List.of("a at 2026-01-01T00:00:01Z", "b at 2026-01-01T00:00:01Z", "c at 2026-01-01T00:00:02Z"),
                    seen);
        }
    }

    @Test
    void a_run_up_to_a_moment_ends_there_and_goes_on_later() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var ticks = new ArrayList<Integer>();
            process.start("ticker", () -> {
                for (int i = 0; ; i++) {
                    ticks.add(i);
                    process.tasks().sleep(Duration.ofMinutes(1));
                }
            });
            world.runFor(Duration.ofSeconds(90));
            assertEquals(List.of(0, 1), ticks);
            assertEquals(World.BEGINNING.plusSeconds(90), world.instant());
            world.runUntil(World.BEGINNING.plusSeconds(150));
            assertEquals(List.of(0, 1, 2), ticks);
        }
    }

    @Test
    void a_world_in_which_everybody_waits_for_a_signal_is_idle() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            var signal = process.tasks().signal("never");
            process.start("main", () -> signal.awaitBeyond(0, Instant.MAX));
            world.run();
            assertTrue(world.instant().isBefore(World.BEGINNING.plusSeconds(1)), () -> "" + world.instant());
        }
    }

    @Test
    void what_a_task_throws_stops_the_world_and_names_the_seed_the_time_and_the_task() {
        try (var world = new World(42)) {
            var process = world.process("node-1");
            process.start("pool", () -> {
                process.tasks().sleep(Duration.ofSeconds(7));
                throw new IllegalStateException("minus one address");
            });
            var other = process.tasks().signal("never");
            process.start("other", () -> other.awaitBeyond(0, World.BEGINNING.plusSeconds(3_600)));
            var stopped = assertThrows(WorldStopped.class, world::run);
            assertTrue(
                    stopped.words()
                            .matches(
                                    "seed 42, at 2026-01-01T00:00:07.*Z, node-1/pool: .*IllegalState.* minus one address"),
                    stopped.words());
            assertEquals("minus one address", stopped.why().getMessage());
            assertThrows(WorldStopped.class, world::run, "it stays so");
        }
    }

    @Test
    void what_an_action_throws_stops_the_world() {
        try (var world = new World(42)) {
            world.after(Duration.ofSeconds(1), "the cloud settles", () -> {
                throw new IllegalStateException("twice");
            });
            var stopped = assertThrows(WorldStopped.class, world::run);
            assertTrue(stopped.words().contains("the cloud settles: "), stopped.words());
        }
    }

    @Test
    void an_action_that_calls_a_port_is_a_mistake() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            process.start("main", () -> process.tasks().sleep(Duration.ofSeconds(2)));
            world.after(Duration.ofSeconds(1), "wrong", () -> process.call("what", SOME, () -> 1));
            assertInstanceOf(
                    IllegalStateException.class,
                    assertThrows(WorldStopped.class, world::run).why());
        }
    }

    @Test
    void a_thread_that_the_world_does_not_know_may_not_call() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            assertThrows(IllegalStateException.class, () -> process.call("what", SOME, () -> 1));
            assertThrows(IllegalStateException.class, () -> process.tasks().sleep(Duration.ofSeconds(1)));
        }
    }

    @Test
    void nor_may_it_while_a_task_has_its_turn() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            process.start("main", () -> {
                var call = new FutureTask<>(() -> process.call("what", SOME, () -> 1));
                new Thread(call, "stranger").start();
                var refused = assertThrows(ExecutionException.class, call::get);
                assertInstanceOf(IllegalStateException.class, refused.getCause());
            });
            world.run();
        }
    }

    @Test
    void what_should_have_happened_happens_now() {
        try (var world = new World(1)) {
            world.runFor(Duration.ofSeconds(10));
            var at = new ArrayList<Instant>();
            world.at(World.BEGINNING.plusSeconds(3), "too late", () -> at.add(world.instant()));
            world.run();
            assertEquals(List.of(World.BEGINNING.plusSeconds(10)), at);
        }
    }

    @Test
    void one_process_may_not_call_with_the_ports_of_another() {
        try (var world = new World(1)) {
            var one = world.process("node-1");
            var other = world.process("node-2");
            one.start("main", () -> other.call("what", SOME, () -> 1));
            assertInstanceOf(
                    IllegalStateException.class,
                    assertThrows(WorldStopped.class, world::run).why());
        }
    }

    @Test
    void chance_is_forked_by_name() {
        try (var world = new World(1);
                var twin = new World(1)) {
            var weather = world.fork("weather");
            twin.fork("something else").nextLong();
            var first = weather.nextLong();
            assertEquals(first, twin.fork("weather").nextLong());
            assertNotEquals(first, world.fork("weather").nextLong(), "the second of a name");
            assertNotEquals(first, world.fork("whether").nextLong());
            assertNotEquals(first, new World(2).fork("weather").nextLong());
        }
    }

    @Test
    void a_task_that_does_not_let_go_is_named() {
        var never = new Semaphore(0);
        try (var world = new World(1, FaultPlan.NONE, Duration.ofMillis(50))) {
            world.process("node-1").start("stuck", never::acquireUninterruptibly);
            var standstill = assertThrows(IllegalStateException.class, world::run);
            assertTrue(("" + standstill.getMessage()).contains("node-1/stuck has the turn"), standstill::toString);
            assertTrue(List.of(standstill.getStackTrace()).toString().contains("Semaphore.acquire"), "where it is");
        } finally {
            never.release();
        }
    }

    @Test
    void nobody_drives_the_world_from_inside() {
        try (var world = new World(1)) {
            world.process("node-1").start("main", world::run);
            assertInstanceOf(
                    IllegalStateException.class,
                    assertThrows(WorldStopped.class, world::run).why());
        }
    }

    @Test
    void what_is_two_hundred_years_away_never_comes() {
        try (var world = new World(1)) {
            var process = world.process("node-1");
            process.start("patient", () -> {
                process.tasks().sleep(Duration.ofDays(365));
                process.tasks().sleep(Duration.ofSeconds(Long.MAX_VALUE));
                throw new IllegalStateException("woke at " + world.instant());
            });
            world.run();
            assertEquals(
                    World.BEGINNING.plus(Duration.ofDays(365)).getEpochSecond(),
                    world.instant().getEpochSecond());
        }
    }

    @Test
    void the_trace_keeps_its_last_lines_and_the_hash_all() {
        var short1 = new Trace(2);
        var short2 = new Trace(2);
        for (var line : List.of("a", "b", "c")) {
            short1.add(new Trace.Line(1, Duration.ofMillis(1_500), "node", line));
            short2.add(new Trace.Line(1, Duration.ofMillis(1_500), "node", line.replace('a', 'x')));
        }
        assertEquals(List.of("+1.500000 node b", "+1.500000 node c"), short1.lines());
        assertEquals(short1.lines(), short2.lines());
        assertNotEquals(short1.hash(), short2.hash());
        assertEquals(3, short1.count());
    }

    @Test
    void of_a_long_line_the_trace_keeps_the_beginning_and_the_hash_all() {
        var trace = new Trace(2);
        var other = new Trace(2);
        trace.add(new Trace.Line(1, Duration.ZERO, "node", "x".repeat(2_000) + "a"));
        other.add(new Trace.Line(1, Duration.ZERO, "node", "x".repeat(2_000) + "b"));
        assertEquals(1_001, trace.lines().getFirst().length());
        assertEquals(trace.lines(), other.lines());
        assertNotEquals(trace.hash(), other.hash());
    }

    @Test
    void a_reader_of_the_trace_is_shown_every_line_with_the_event_that_it_belongs_to() {
        try (var world = new World(1)) {
            var lines = new ArrayList<String>();
            world.trace().copyTo(line -> lines.add(line.event() + " " + line.seconds() + " " + line.what()));
            world.after(Duration.ofSeconds(1), "a", () -> world.note("somebody", "comes"));
            world.after(Duration.ofSeconds(2), "b", () -> world.note("somebody", "goes"));
            world.run();
            assertEquals(List.of("1 1.000000 comes", "2 2.000000 goes"), lines);
        }
    }

    @Test
    void each_event_is_looked_at_before_the_next() {
        try (var world = new World(1)) {
            var happened = new ArrayList<String>();
            world.afterEach(() -> happened.add("look after " + world.events()));
            var process = world.process("node-1");
            process.start("main", () -> {
                happened.add("begins");
                process.tasks().sleep(Duration.ofSeconds(1));
                happened.add("goes on");
            });
            world.after(Duration.ofMillis(500), "noon", () -> happened.add("noon"));
            world.run();
            assertEquals(
                    List.of("begins", "look after 1", "noon", "look after 2", "goes on", "look after 3"), happened);
        }
    }

    @Test
    void who_looks_on_and_objects_stops_the_world() {
        try (var world = new World(7)) {
            world.afterEach(() -> {
                throw new IllegalStateException("not so");
            });
            world.after(Duration.ofSeconds(1), "a", () -> {});
            var stopped = assertThrows(WorldStopped.class, world::run);
            assertEquals("not so", stopped.why().getMessage());
        }
    }

    @Test
    void a_clock_that_is_set_shows_another_time_and_lets_no_wait_end_sooner_or_later() {
        try (var world = new World(1)) {
            var clock = world.clock();
            var process = world.process("node-1", clock);
            var signal = process.tasks().signal("never");
            var lasted = new ArrayList<Duration>();
            process.start("main", () -> {
                var deadline = process.tasks().instant().plusSeconds(10);
                signal.awaitBeyond(0, deadline);
                lasted.add(Duration.between(World.BEGINNING, world.instant()).truncatedTo(ChronoUnit.SECONDS));
            });
            world.after(Duration.ofSeconds(1), "somebody sets the clock", () -> clock.set(Duration.ofHours(-1)));
            world.run();
            assertEquals(List.of(Duration.ofSeconds(10)), lasted);
            assertTrue(process.tasks().instant().isBefore(World.BEGINNING));
        }
    }

    @Test
    void a_closed_world_has_no_tasks_left() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        try (var world = new World(1)) {
            var process = world.process("node-1");
            for (int i = 0; i < 3; i++) {
                process.start("task-" + i, () -> {
                    threads.add(Thread.currentThread());
                    process.tasks().sleep(Duration.ofDays(1));
                });
            }
            world.runFor(Duration.ofSeconds(1));
        }
        assertEquals(3, threads.size());
        for (var thread : threads) {
            assertTrue(thread.join(Duration.ofSeconds(10)), thread::toString);
        }
    }

    /** Two nodes of three tasks each, which call, sleep, raise and wait in turn. */
    private static Trace busyDay(long seed) {
        try (var world = new World(seed)) {
            for (var name : List.of("node-1", "node-2")) {
                var process = world.process(name);
                var signal = process.tasks().signal("ping");
                for (int i = 0; i < 3; i++) {
                    process.start("task-" + i, () -> {
                        for (int round = 0; round < 100; round++) {
                            var seen = signal.count();
                            process.call("work " + round, SOME, signal::count);
                            signal.raise();
                            signal.awaitBeyond(seen + 1, world.instant().plusMillis(30));
                            process.tasks().sleep(Duration.ofMillis(5));
                        }
                    });
                }
            }
            world.run();
            return world.trace();
        }
    }
}
