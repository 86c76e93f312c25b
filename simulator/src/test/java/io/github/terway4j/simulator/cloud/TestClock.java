package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Stands still until it is told otherwise. */
final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }

    /** Takes time only where it must. */
    Passage passage() {
        return new Passage() {
            @Override
            public <T> CloudOutcome<T> through(String call, Supplier<CloudOutcome<T>> atTheCloud) {
                return atTheCloud.get();
            }

            @Override
            public void linger(Duration length) {
                pass(length);
            }
        };
    }
}
