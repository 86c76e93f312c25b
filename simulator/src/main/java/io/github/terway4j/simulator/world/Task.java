package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One piece of work of a process, on a thread of its own that runs only when it is its turn. */
final class Task {
    private final World world;
    private final SimulatedProcess process;
    private final String name;
    private final Semaphore turn = new Semaphore(0);
    private final Thread thread;
    /** Which wait this is: an event for an earlier one comes too late and is nobody's. */
    private long wait;

    private boolean ended;

    Task(World world, SimulatedProcess process, String name, Runnable work) {
        this.world = world;
        this.process = process;
        this.name = name;
        this.thread = Thread.ofVirtual().name(process.name() + "/" + name).unstarted(() -> run(work));
    }

    SimulatedProcess process() {
        return process;
    }

    String name() {
        return name;
    }

    Thread thread() {
        return thread;
    }

    /** Opens a wait; an event of this number ends it. */
    long nextWait() {
        return ++wait;
    }

    long presentWait() {
        return wait;
    }

    boolean waitsFor(long number) {
        return !ended && wait == number;
    }

    /** Its turn has come: whoever says so has to let go at once. */
    void takeTurn() {
        turn.release();
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    void pauseFor(Duration length) {
        world.goesOn(this, nextWait(), length);
        pause();
    }

    /** Lets others have their turns until an event ends the present wait; if the process has crashed, so does this. */
    void pause() {
        world.letGo(this);
        process.requireAlive();
    }

    private void run(Runnable work) {
        awaitTurn();
        @Nullable Throwable failure = null;
        try {
            process.requireAlive();
            work.run();
        } catch (Throwable thrown) {
            failure = thrown instanceof Crashed && !process.alive() ? null : thrown;
        }
        ended = true;
        process.ended(this);
        world.ended(this, failure);
    }

    @Override
    public String toString() {
        return thread.getName();
    }
}
