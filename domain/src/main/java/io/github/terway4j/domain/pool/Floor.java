package io.github.terway4j.domain.pool;

/**
 * The same as {@code base}, but never fewer addresses than {@code total}, those that pods hold included: a node that
 * will hold about so many pods fetches them in a few large calls, before the pods come.
 */
public record Floor(WarmTarget base, int total) implements WarmTarget {
    public Floor {
        if (total < 0) {
            throw new IllegalArgumentException("a node cannot hold %d addresses".formatted(total));
        }
    }

    @Override
    public Goal goal(Supply supply, PoolLimits limits) {
        var goal = base.goal(supply, limits);
        var low = Math.max(goal.low(), Math.min(total, limits.capacity()) - supply.serving());
        return new Goal(low, Math.max(low, goal.high()), goal.grain());
    }
}
