package io.github.terway4j.adapters.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves when it is moved. */
final class HandedClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration length) {
        now = now.plus(length);
    }
}
