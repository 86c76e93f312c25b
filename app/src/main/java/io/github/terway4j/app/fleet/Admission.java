package io.github.terway4j.app.fleet;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests the cloud takes from all nodes together.
 *
 * @param perSecond for as long as one likes
 * @param burst at once, after a while without any
 */
public record Admission(int perSecond, int burst) {
    public Admission {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a cloud takes one request a second and at once, or more, not %d and %d"
                    .formatted(perSecond, burst));
        }
    }

    /** How long after the first of them the last of so many requests is taken at the earliest. */
    public Duration until(long requests) {
        return interval().multipliedBy(Math.max(0, requests - burst));
    }

    Duration interval() {
        return Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** Counts the requests of one run. */
    final class Turnstile {
        /** When there will be as many places as there can be. */
        private Instant full = Instant.MIN;

        /** How long the next request has to wait; it has its place from now on. */
        Duration take(Instant now) {
            var wait = until(now);
            full = (full.isAfter(now) ? full : now).plus(interval());
            return wait;
        }

        /** How long until there is a place. */
        Duration until(Instant now) {
            var free = full.isAfter(now) ? full.minus(interval().multipliedBy(burst - 1L)) : now;
            return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
        }
    }
}
