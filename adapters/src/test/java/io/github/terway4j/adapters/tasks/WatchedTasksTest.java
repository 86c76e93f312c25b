package io.github.terway4j.adapters.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Work runs at once, on the thread of who starts it; what is stuck is asked for from within it. */
final class WatchedTasksTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final WatchedTasks tasks = new WatchedTasks(new AtOnce(), () -> {}, nanos::get);

    @Test
    void who_gives_no_sign_of_life_for_long_is_stuck() {
        tasks.start("pool", () -> {
            pass(PATIENCE);
            assertEquals(List.of(), tasks.stuck(PATIENCE));
            pass(Duration.ofNanos(1));
            assertEquals(List.of("pool"), tasks.stuck(PATIENCE));
        });
    }

    @Test
    void who_asks_the_time_lives() {
        tasks.start("pool", () -> {
            pass(PATIENCE);
            tasks.instant();
            pass(PATIENCE);
            assertEquals(List.of(), tasks.stuck(PATIENCE));
        });
    }

    @Test
    void who_sleeps_is_not_stuck_before_it_should_have_woken() {
        tasks.start("orphan sweeper", () -> tasks.sleep(Duration.ofHours(1)));
        assertEquals(List.of(List.of(), List.of("orphan sweeper")), seen);
    }

    @Test
    void who_waits_for_others_is_not_stuck_before_its_deadline() {
        var signal = tasks.signal("something");
        tasks.start("pool", () -> signal.awaitBeyond(0, Instant.EPOCH.plus(Duration.ofHours(1))));
        assertEquals(List.of(List.of(), List.of("pool")), seen);
    }

    @Test
    void who_waits_for_ever_is_never_stuck() {
        var signal = tasks.signal("something");
        tasks.start("pool", () -> signal.awaitBeyond(0, Instant.MAX));
        assertEquals(List.of(List.of(), List.of()), seen);
    }

    @Test
    void what_has_ended_is_not_missed() {
        tasks.start("pool call", () -> {});
        pass(PATIENCE.multipliedBy(2));
        assertEquals(List.of(), tasks.stuck(PATIENCE));
    }

    @Test
    void who_was_not_started_here_is_nobodys_concern() {
        tasks.instant();
        pass(PATIENCE.multipliedBy(2));
        assertEquals(List.of(), tasks.stuck(PATIENCE));
    }

    private final List<List<String>> seen = new ArrayList<>();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** What is stuck at the end of a rest of an hour, and what if it takes longer than that. */
    private void rest() {
        pass(Duration.ofHours(1).plus(PATIENCE));
        seen.add(tasks.stuck(PATIENCE));
        pass(Duration.ofNanos(1));
        seen.add(tasks.stuck(PATIENCE));
    }

    private final class AtOnce implements Tasks {
        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration length) {
            rest();
        }

        @Override
        public void start(String name, Runnable work) {
            work.run();
        }

        @Override
        public Signal signal(String name) {
            return new Signal() {
                @Override
                public long count() {
                    return 0;
                }

                @Override
                public void raise() {}

                @Override
                public boolean awaitBeyond(long passed, Instant deadline) {
                    rest();
                    return false;
                }
            };
        }
    }
}
