package io.github.terway4j.app.fleet;

import java.time.Duration;
import java.time.Instant;

/** Where the requests of all nodes come in. What becomes of those that are too many is the door's manner. */
final class Door {
    /** What becomes of a request that comes too early. */
    enum Manner {
        /** It waits in line, and nobody hears of it. */
        WAITING,
        /** It is refused, and whoever sent it has to slow down by itself. */
        REFUSING
    }

    private final Admission.Turnstile turnstile;
    private final Manner manner;
    private long refused;

    Door(Admission admission, Manner manner) {
        this.turnstile = admission.new Turnstile();
        this.manner = manner;
    }

    /** How long a request that comes now stands in line. */
    Duration line(Instant now) {
        return switch (manner) {
            case WAITING -> turnstile.take(now);
            case REFUSING -> Duration.ZERO;
        };
    }

    /** Whether a request that arrives now is sent away; if not, it is in. */
    boolean refuses(Instant now) {
        return switch (manner) {
            case WAITING -> false;
            case REFUSING -> {
                var full = !turnstile.until(now).isZero();
                if (full) {
                    refused++;
                } else {
                    turnstile.take(now);
                }
                yield full;
            }
        };
    }

    long refused() {
        return refused;
    }
}
