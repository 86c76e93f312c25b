package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;

/** A clock that is set by hand, and rests that are over as soon as the test says so. */
final class PatientTasks implements Tasks {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int rests;

    synchronized void pass(Duration length) {
        now = now.plus(length);
        rests++;
        notifyAll();
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Until time has passed once more. */
    @Override
    public synchronized void sleep(Duration length) {
        var before = rests;
        try {
            while (rests == before) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void start(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    @Override
    public Signal signal(String name) {
        throw new UnsupportedOperationException(name);
    }
}
