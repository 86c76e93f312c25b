package io.github.terway4j.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.FaultPlan;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptUpTest {
    @Test
    void whatever_the_mistake_it_is_told_and_the_loop_begins_anew() {
        try (var world = new World(1, FaultPlan.NONE)) {
            var tasks = world.process("agent").tasks();
            var mistakes = List.<RuntimeException>of(
                    new IllegalStateException("one"), new NoSuchElementException("two"), new NullPointerException("3"));
            var told = new ArrayList<String>();
            var rounds = new AtomicInteger();
            new KeptUp(tasks, (loop, mistake) -> told.add(loop + ": " + mistake.getMessage())).start("pool", () -> {
                var round = rounds.getAndIncrement();
                if (round < mistakes.size()) {
                    throw mistakes.get(round);
                }
                tasks.sleep(Duration.ofDays(1));
            });
            world.runFor(Duration.ofMinutes(1));
            assertEquals(List.of("pool: one", "pool: two", "pool: 3"), told);
            assertEquals(4, rounds.get());
        }
    }

    @Test
    void a_round_for_which_the_machine_has_too_little_is_told_and_the_loop_begins_anew() {
        try (var world = new World(1, FaultPlan.NONE)) {
            var tasks = world.process("agent").tasks();
            var failures = List.<Error>of(new StackOverflowError("deep"), new NoClassDefFoundError("gone"));
            var told = new ArrayList<String>();
            var rounds = new AtomicInteger();
            new KeptUp(tasks, (loop, mistake) -> told.add(loop + ": " + mistake.getMessage())).start("pool", () -> {
                var round = rounds.getAndIncrement();
                if (round < failures.size()) {
                    throw failures.get(round);
                }
                tasks.sleep(Duration.ofDays(1));
            });
            world.runFor(Duration.ofMinutes(1));
            assertEquals(
                    List.of("pool: java.lang.StackOverflowError: deep", "pool: java.lang.NoClassDefFoundError: gone"),
                    told);
            assertEquals(3, rounds.get());
        }
    }

    @Test
    void the_end_of_all_work_is_no_mistake() throws InterruptedException {
        var told = new ArrayList<RuntimeException>();
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (var tasks = new SystemTasks()) {
            var never = tasks.signal("never");
            new KeptUp(new TellsOfTheEnd(tasks, ended), (_, mistake) -> told.add(mistake)).start("pool", () -> {
                begun.countDown();
                never.awaitBeyond(0, Instant.now().plus(Duration.ofDays(1)));
            });
            assertTrue(begun.await(10, TimeUnit.SECONDS));
        }
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), told);
    }

    private record TellsOfTheEnd(Tasks tasks, CountDownLatch ended) implements Tasks {
        @Override
        public Instant instant() {
            return tasks.instant();
        }

        @Override
        public void sleep(Duration length) {
            tasks.sleep(length);
        }

        @Override
        public void start(String name, Runnable work) {
            tasks.start(name, () -> {
                try {
                    work.run();
                } finally {
                    ended.countDown();
                }
            });
        }

        @Override
        public Signal signal(String name) {
            return tasks.signal(name);
        }
    }
}
