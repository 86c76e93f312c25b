package io.github.terway4j.adapters.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTasksTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SystemTasks tasks = new SystemTasks();

    @Test
    void a_signal_raised_before_the_wait_is_not_missed() {
        var signal = tasks.signal("test");
        var seen = signal.count();
        signal.raise();
        assertTrue(signal.awaitBeyond(seen, tasks.instant().plus(LONG)));
    }

    @Test
    void a_signal_wakes_whoever_waits() throws Exception {
        var signal = tasks.signal("test");
        var woken = new CompletableFuture<Boolean>();
        tasks.start(
                "waiter",
                () -> woken.complete(signal.awaitBeyond(0, tasks.instant().plus(LONG))));
        signal.raise();
        assertTrue(woken.get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_wait_for_a_signal_ends_at_its_deadline() {
        var signal = tasks.signal("test");
        assertFalse(signal.awaitBeyond(signal.count(), tasks.instant()));
    }

    @Test
    void a_signal_counts() {
        var signal = tasks.signal("test");
        signal.raise();
        signal.raise();
        assertEquals(2, signal.count());
    }
}
