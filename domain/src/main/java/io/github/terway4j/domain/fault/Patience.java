package io.github.terway4j.domain.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often something is looked for or tried: after a while, then at growing distances, and after so many times no more
 * often than one looks anyway.
 *
 * @param initialDelay before the first time; zero for {@code first}
 * @param first between the first time and the second
 * @param factor by which that grows from time to time
 * @param jitter the share of itself by which chance makes a wait longer
 * @param steps times
 * @param cap the longest wait of these; zero for no limit
 */
public record Patience(Duration initialDelay, Duration first, double factor, double jitter, int steps, Duration cap) {
    public Patience {
        // Not 'factor < 1', which is false for what is no number.
        if (initialDelay.isNegative() || !first.isPositive() || cap.isNegative() || !(factor >= 1) || !(jitter >= 0)) {
            throw new IllegalArgumentException(
                    "patience needs initial delay and cap >= 0, first > 0, factor >= 1 and jitter >= 0, but got "
                            + "%s, %s, %s, %s and %s".formatted(initialDelay, cap, first, factor, jitter));
        }
    }

    /** When the next time is, if it began so long ago. What was looked for in between counts for nothing. */
    public Duration untilNext(Duration age, Duration longest) {
        var next = initialDelay.isZero() ? first : initialDelay;
        for (int step = initialDelay.isZero() ? 2 : 1; next.compareTo(age) <= 0; step++) {
            if (step > steps) {
                return longest;
            }
            next = next.plus(step(step));
        }
        return shorter(next.minus(age), longest);
    }

    /** How long to leave alone what failed so many times in a row. */
    public Duration after(int failures, Duration longest) {
        return failures > steps ? longest : shorter(step(failures), longest);
    }

    /** The same wait, or some longer. */
    public Duration spread(Duration wait, RandomGenerator random) {
        return wait.plus(Duration.ofNanos((long) (wait.toNanos() * jitter * random.nextDouble())));
    }

    private Duration step(int number) {
        var growth =
                new Backoff(first, factor, cap.isZero() ? Duration.ofDays(1).plus(first) : longer(cap, first));
        return growth.after(number);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
