package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where the driver of a world waits while tasks have their turns, and keeps an eye on them. */
final class Home {
    private final Semaphore door = new Semaphore(0);
    private final AtomicLong turns = new AtomicLong();
    private final Duration patience;
    private volatile @Nullable Task latest;
    private boolean standstill;

    /** The patience is of real time, of which some microseconds pass in a turn. */
    Home(Duration patience) {
        this.patience = patience;
    }

    /** Somebody else's turn begins. */
    void turn(Task task) {
        latest = task;
        turns.incrementAndGet();
    }

    /** The turn is the driver's again. */
    void comeIn() {
        door.release();
    }

    /**
     * Waits for {@link #comeIn}.
     *
     * @throws IllegalStateException if one turn takes longer than our patience, with the stack of the task whose it is
     */
    void await() {
        try {
            var before = turns.get();
            while (!door.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                if (turns.get() == before) {
                    standstill = true;
                    throw report();
                }
                before = turns.get();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread that drives the world was interrupted", e);
        }
    }

    /** Whether a task has the turn and will never give it back. */
    boolean standstill() {
        return standstill;
    }

    private IllegalStateException report() {
        var task = latest;
        var report = new IllegalStateException(
                "%s has the turn and does not let go: does it wait for a lock, or run in circles?".formatted(task));
        if (task != null) {
            report.setStackTrace(task.thread().getStackTrace());
        }
        return report;
    }
}
