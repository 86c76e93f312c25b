package io.github.terway4j.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What makes the same rules ask for more or less at different times: a young node warms up, a quiet one lets go. */
public record PoolPhase(WarmUp warmUp, Ebb ebb) {
    /**
     * Where a node begins.
     *
     * @param first what the agent sees when it starts
     */
    public static PoolPhase begin(PoolRules rules, PoolView first, Instant now) {
        return new PoolPhase(WarmUp.begin(rules.warmUp(), first.holdings().isEmpty()), Ebb.begin(now));
    }

    /**
     * Where it is a moment later.
     *
     * @param used when somebody last got an address or gave one back
     */
    public PoolPhase next(
            PoolRules rules, PoolLimits limits, Supply supply, Instant used, Instant now, RandomGenerator random) {
        var warmer = warmUp.next(supply, limits, now);
        var goal = warmer.over(rules.target()).goal(supply, limits);
        return new PoolPhase(warmer, ebb.next(rules.reclaim(), used, supply.idle(), goal, now, random));
    }

    /** What shall stand ready at this time. */
    public WarmTarget target(PoolRules rules) {
        return ebb.over(warmUp.over(rules.target()));
    }

    /** How long the pool may be left alone: {@code most}, or until reclaim goes a step further. */
    public Duration atMost(Duration most, Instant now) {
        return ebb.next().isBefore(now.plus(most)) ? Duration.between(now, ebb.next()) : most;
    }
}
