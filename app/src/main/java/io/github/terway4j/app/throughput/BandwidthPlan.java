package io.github.terway4j.app.throughput;

import java.time.Duration;
import java.util.List;

/**
 * What is measured of shapers.
 *
 * @param megabits the limits, in millions of bits per second
 * @param runs of each transfer, of which the median counts
 */
public record BandwidthPlan(List<Integer> megabits, int runs, Duration length) {
    private static final int MOST = 10_000;

    public BandwidthPlan {
        megabits = megabits.stream().sorted().toList();
        if (megabits.isEmpty() || megabits.getFirst() < 1 || megabits.getLast() > MOST) {
            throw new IllegalArgumentException(
                    "--limits must be numbers from 1 to %d, but are %s".formatted(MOST, megabits));
        }
        if (runs < 1 || length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("--runs and --seconds must be positive");
        }
    }
}
