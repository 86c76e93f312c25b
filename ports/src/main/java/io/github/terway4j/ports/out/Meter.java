package io.github.terway4j.ports.out;

/**
 * Hears what is worth counting, and how long it took. It never fails, never waits, and what is told to it changes nothing that
 * anybody does. For any number of threads.
 */
@FunctionalInterface
public interface Meter {
    /** Where nobody counts. */
    Meter NONE = _ -> {};

    void measured(Measurement measurement);
}
