package io.github.terway4j.domain.lease;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a returned address rests before somebody else gets it, so that packets for its former holder, and what its
 * peers remember of it, have died out.
 */
public record Cooldown(Duration length) {
    public Cooldown {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a cooldown cannot last %s".formatted(length));
        }
    }

    boolean over(Instant since, Instant now) {
        return !now.isBefore(since.plus(length));
    }
}
