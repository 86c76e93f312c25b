package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
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

    public static Spread ofMicros(long least, long most) {
        return new Spread(Duration.of(least, ChronoUnit.MICROS), Duration.of(most, ChronoUnit.MICROS));
    }

    /** To the microsecond, which is as much as people can read. */
    public Duration draw(RandomGenerator chance) {
        var micros = chance.nextLong(least.toNanos() / 1_000, most.toNanos() / 1_000 + 1);
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
