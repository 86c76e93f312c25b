package io.github.terway4j.simulator.world;

import io.github.terway4j.simulator.world.EventQueue.Happening;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets things happen in their order, and one thread run at a time: a task's, or the driver's, who waits at home while
 * tasks have their turns.
 *
 * <p>The loop runs on whichever thread has the turn. A task that lets go looks itself for what happens next, and hands
 * the turn straight to whose it is; often that is itself, and then no thread has to be woken.
 */
final class EventLoop {
    /** Of real time. Between two turns there are microseconds of it: a task that takes this long stands still. */
    private static final int PATIENCE_SECONDS = 30;

    private final EventQueue queue = new EventQueue();
    private final Semaphore home = new Semaphore(0);
    private @Nullable Task current;
    private @Nullable WorldStopped failure;
    private boolean closing;
    private long horizon;
    private long now;
    private final AtomicLong turns = new AtomicLong();
    private volatile @Nullable Task latest;

    long now() {
        return now;
    }

    void add(long at, Happening what) {
        queue.add(Math.max(at, now), what);
    }

    /** The task whose turn it is, if it is the caller's. */
    Optional<Task> current() {
        return Optional.ofNullable(current).filter(task -> task.thread() == Thread.currentThread());
    }

    /** Lets everything happen up to this moment; whether nothing failed. */
    void drive(long until) {
        horizon = until;
        var next = next();
        if (next.isPresent()) {
            hand(next.get());
            waitAtHome();
        }
        current = null;
        if (failure != null && !closing) {
            throw failure;
        }
    }

    /** Where nothing more happens, the clock may be put forward. */
    void passTo(long moment) {
        now = Math.max(now, moment);
    }

    /** From now on nothing happens but that tasks end. */
    void close() {
        closing = true;
        drive(now);
    }

    /** The first failure stops everything; those that come of it tell nothing new. */
    void fail(WorldStopped why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** Called on the task's own thread. */
    void letGo(Task me) {
        var next = next();
        if (next.isPresent() && next.get() == me) {
            return;
        }
        hand(next);
        me.awaitTurn();
    }

    /** Called on a task's own thread, as the last thing that it does. */
    void leave() {
        hand(next());
    }

    /** The task whose turn it is next; none if nothing is left up to the horizon, or something failed. */
    private Optional<Task> next() {
        while (failure == null || closing) {
            var event = queue.pollUntil(horizon).orElse(null);
            if (event == null) {
                break;
            }
            now = event.at();
            switch (event.what()) {
                case Happening.Occurs occurs -> occur(occurs);
                case Happening.GoesOn(Task task, long waitNumber) -> {
                    if (task.waitsFor(waitNumber)) {
                        return Optional.of(task);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** On some task's thread, perhaps, but in nobody's turn: an action that called a port would wait for itself. */
    private void occur(Happening.Occurs occurs) {
        if (closing) {
            return;
        }
        var looking = current;
        current = null;
        try {
            occurs.action().run();
        } finally {
            current = looking;
        }
    }

    private void hand(Optional<Task> next) {
        next.ifPresentOrElse(this::hand, home::release);
    }

    private void hand(Task next) {
        current = next;
        latest = next;
        turns.incrementAndGet();
        next.takeTurn();
    }

    private void waitAtHome() {
        try {
            var before = turns.get();
            while (!home.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                if (turns.get() == before) {
                    throw standstill();
                }
                before = turns.get();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread that drives the world was interrupted", e);
        }
    }

    private IllegalStateException standstill() {
        var task = latest;
        var standstill = new IllegalStateException(
                "%s has the turn and does not let go: does it wait for a lock, or run in circles?".formatted(task));
        if (task != null) {
            standstill.setStackTrace(task.thread().getStackTrace());
        }
        return standstill;
    }
}
