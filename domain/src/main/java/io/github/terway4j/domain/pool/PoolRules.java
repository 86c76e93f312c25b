package io.github.terway4j.domain.pool;

/**
 * What the operator wants of the pool.
 *
 * @param target what stands ready
 * @param warmUp addresses to fetch once, before the first pod; 0 for none
 * @param degradation how much is asked of the cloud when the agent begins
 */
public record PoolRules(WarmTarget target, int warmUp, IdleReclaim reclaim, Degradation degradation) {
    public PoolRules(WarmTarget target, int warmUp, IdleReclaim reclaim) {
        this(target, warmUp, reclaim, Degradation.NONE);
    }

    /** Nothing but this. */
    public static PoolRules of(WarmTarget target) {
        return new PoolRules(target, 0, new IdleReclaim.Off());
    }
}
