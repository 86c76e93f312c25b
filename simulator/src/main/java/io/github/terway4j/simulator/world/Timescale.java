package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.time.Instant;

/** The world's time in nanoseconds since its beginning. What is 200 years away or more never comes. */
final class Timescale {
    static final long NEVER = Duration.ofDays(73_000).toNanos();

    private Timescale() {}

    static Instant moment(long nanos) {
        return World.BEGINNING.plusNanos(nanos);
    }

    static long nanos(Instant moment) {
        return after(0, Duration.between(World.BEGINNING, moment));
    }

    static long after(long nanos, Duration length) {
        if (length.isNegative()) {
            return nanos;
        }
        var never = length.compareTo(Duration.ofNanos(NEVER - nanos)) >= 0;
        return never ? NEVER : nanos + length.toNanos();
    }
}
