package io.github.terway4j.simulator.cloud;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A length of time between two others, either included. */
public record Spread(Duration least, Duration most) {
    public Spread {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "a spread needs 0 <= least <= most, but got %s to %s".formatted(least, most));
        }
    }

    public static Spread ofMillis(long least, long most) {
        return new Spread(Duration.ofMillis(least), Duration.ofMillis(most));
    }

    /** To the millisecond. */
    public Duration draw(RandomGenerator chance) {
        return Duration.ofMillis(chance.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
