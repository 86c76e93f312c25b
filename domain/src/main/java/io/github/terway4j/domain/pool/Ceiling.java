package io.github.terway4j.domain.pool;

/** The same as {@code base}, but no more than {@code idle} idle addresses, as far as what shall stand ready allows. */
public record Ceiling(WarmTarget base, int idle) implements WarmTarget {
    @Override
    public Goal goal(Supply supply, PoolLimits limits) {
        var goal = base.goal(supply, limits);
        return new Goal(goal.low(), Math.clamp(idle, goal.low(), goal.high()), goal.grain());
    }
}
