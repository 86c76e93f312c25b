package io.github.terway4j.simulator.world;

import io.github.terway4j.simulator.world.EventQueue.Happening;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets things happen in their order, and one thread run at a time: a task's, or the driver's, who waits at home while
 * tasks have their turns.
 *
 * <p>The loop runs on whichever thread has the turn. A task that lets go looks itself for what happens next, and hands
 * the turn straight to whose it is; often that is itself, and then no thread has to be woken.
 */
final class EventLoop {
    private final EventQueue queue = new EventQueue();
    private final Home home;
    private @Nullable Task current;
    private @Nullable WorldStopped failure;
    private boolean driving;
    private boolean closing;
    private Runnable look = () -> {};
    private long events;
    private long looked;
    private long horizon;
    private long now;

    EventLoop(Home home) {
        this.home = home;
    }

    long now() {
        return now;
    }

    /** How often something occurred, or a task went on. */
    long events() {
        return events;
    }

    /** Looks after each event, before the next; it must not throw. */
    void afterEach(Runnable newLook) {
        look = newLook;
    }

    void add(long at, Happening what) {
        queue.add(Math.max(at, now), what);
    }

    /** The task whose turn it is, if it is the caller's. */
    Optional<Task> current() {
        return Optional.ofNullable(current).filter(task -> task.thread() == Thread.currentThread());
    }

    /** Lets everything happen up to this moment. */
    void drive(long until) {
        if (driving) {
            throw new IllegalStateException("the world is being driven already: by a task that lives in it?");
        }
        driving = true;
        horizon = until;
        next().ifPresent(task -> {
            hand(task);
            home.await();
        });
        current = null;
        driving = false;
        if (failure != null && !closing) {
            throw failure;
        }
    }

    /** Where nothing more happens, the clock may be put forward. */
    void passTo(long moment) {
        now = Math.max(now, moment);
    }

    /** From now on nothing happens but that tasks end; if one stands still, not even that. */
    void close() {
        closing = true;
        if (!home.standstill()) {
            drive(now);
        }
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
        lookAround();
        while (failure == null || closing) {
            var event = queue.pollUntil(horizon).orElse(null);
            if (event == null) {
                break;
            }
            now = event.at();
            switch (event.what()) {
                case Happening.Occurs occurs -> {
                    occur(occurs);
                    lookAround();
                }
                case Happening.GoesOn(Task task, long waitNumber) -> {
                    if (task.waitsFor(waitNumber)) {
                        events++;
                        return Optional.of(task);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void occur(Happening.Occurs occurs) {
        if (closing) {
            return;
        }
        events++;
        inNobodysTurn(occurs.action());
    }

    private void lookAround() {
        if (looked < events && !closing) {
            looked = events;
            inNobodysTurn(look);
        }
    }

    /** On some task's thread, perhaps, but in nobody's turn: an action that called a port would wait for itself. */
    private void inNobodysTurn(Runnable deed) {
        var looking = current;
        current = null;
        deed.run();
        current = looking;
    }

    private void hand(Optional<Task> next) {
        next.ifPresentOrElse(this::hand, home::comeIn);
    }

    private void hand(Task next) {
        current = next;
        home.turn(next);
        next.takeTurn();
    }
}
