package io.github.terway4j.ports.out;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Time, and work that goes on beside other work. On a node these are threads and the system clock; in the simulator,
 * tasks of which one runs at a time, and a clock that jumps to the next event.
 */
public interface Tasks extends InstantSource {
    void sleep(Duration length);

    /** Runs {@code work} beside the caller. What it throws ends the work and is reported, never swallowed. */
    void start(String name, Runnable work);

    Signal signal(String name);

    /**
     * Tells others that something has changed. Take {@link #count} before looking, and wait for it to grow: then no
     * change between the look and the wait is missed.
     */
    interface Signal {
        /** How often it was raised. */
        long count();

        void raise();

        /** Returns once {@link #count} exceeds {@code seen}, at {@code deadline} at the latest; whether it does. */
        boolean awaitBeyond(long seen, Instant deadline);
    }
}
