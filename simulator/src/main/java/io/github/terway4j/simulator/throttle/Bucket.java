package io.github.terway4j.simulator.throttle;

import java.time.Duration;
import java.time.Instant;

/** Holds a minute's calls, and fills up again as time passes. */
final class Bucket {
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private double calls;
    private Instant filled;

    Bucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.calls = perMinute;
        this.filled = now;
    }

    boolean hasOne(Instant now) {
        // A clock may be set back: nothing is taken out for that, and nothing is filled in twice.
        var passed = now.isAfter(filled) ? Duration.between(filled, now).toNanos() : 0;
        calls = Math.min(perMinute, calls + perMinute * (passed / MINUTE));
        filled = now.isAfter(filled) ? now : filled;
        return calls >= 1;
    }

    void takeOne() {
        calls--;
    }
}
