package io.github.terway4j.domain.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Whether addresses that stood idle for long are given back, down to the lower mark. */
public sealed interface IdleReclaim {
    record Off() implements IdleReclaim {}

    /**
     * Once the pool has not been asked for {@code quiet}, {@code batch} addresses go every {@code interval}, which chance
     * makes longer by up to {@code jitter} of itself: the nodes of a cluster that falls quiet at once do not call at once.
     */
    record After(Duration quiet, int batch, Duration interval, double jitter) implements IdleReclaim {
        public After {
            if (quiet.isNegative() || batch < 1 || !interval.isPositive() || !(jitter >= 0)) {
                throw new IllegalArgumentException("idle addresses cannot go after %s, %d every %s and %s of it"
                        .formatted(quiet, batch, interval, jitter));
            }
        }

        Duration wait(RandomGenerator random) {
            return interval.plusNanos((long) (interval.toNanos() * jitter * random.nextDouble()));
        }
    }
}
