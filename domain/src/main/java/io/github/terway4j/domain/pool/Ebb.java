package io.github.terway4j.domain.pool;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How far idle reclaim has come: while nobody asks for an address and none comes back, the number of addresses that may
 * stand idle falls step by step; the first who does lifts it again.
 *
 * @param lastUse of the pool, as far as this one knows
 * @param next when it falls again, {@link Instant#MAX} while it is not known
 * @param ceiling more than this may not stand idle
 */
public record Ebb(Instant lastUse, Instant next, int ceiling) {
    /** The pool counts as used when the agent starts. */
    public static Ebb begin(Instant now) {
        return new Ebb(now, Instant.MAX, Integer.MAX_VALUE);
    }

    /**
     * Where it stands a moment later.
     *
     * @param used when somebody last got an address or gave one back
     * @param idle addresses now
     * @param goal what it would be without reclaim
     */
    Ebb next(IdleReclaim rule, Instant used, int idle, Goal goal, Instant now, RandomGenerator random) {
        return switch (rule) {
            case IdleReclaim.Off() -> this;
            case IdleReclaim.After after
            when used.isAfter(lastUse) -> begin(used).next(after, used, idle, goal, now, random);
            case IdleReclaim.After after when now.isBefore(lastUse.plus(after.quiet())) -> this;
            case IdleReclaim.After after
            when next.equals(Instant.MAX) -> new Ebb(lastUse, now.plus(after.wait(random)), ceiling);
            case IdleReclaim.After after
            when !now.isBefore(next) ->
                new Ebb(lastUse, now.plus(after.wait(random)), lowered(after.batch(), idle, goal));
            case IdleReclaim.After _ -> this;
        };
    }

    private int lowered(int batch, int idle, Goal goal) {
        var from = Math.min(Math.min(idle, goal.high()), ceiling);
        return Math.max(goal.low(), from - batch);
    }

    WarmTarget over(WarmTarget target) {
        return ceiling == Integer.MAX_VALUE ? target : new Ceiling(target, ceiling);
    }
}
