package io.github.terway4j.domain.fault;

import java.time.Duration;

/** How long to stay away after so many failures in a row: {@code first}, growing by {@code factor}, up to {@code most}. */
public record Backoff(Duration first, double factor, Duration most) {
    public Backoff {
        // Not 'factor < 1', which is false for what is no number.
        if (first.isNegative() || first.isZero() || !(factor >= 1) || most.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "a backoff needs 0 < first <= most and factor >= 1, but got first %s, factor %s, most %s"
                            .formatted(first, factor, most));
        }
    }

    /** The wait after the {@code failures}-th failure in a row, counted from one; none after none. */
    public Duration after(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        var nanos = first.toNanos() * Math.pow(factor, failures - 1);
        return nanos >= most.toNanos() ? most : Duration.ofNanos((long) nanos);
    }
}
