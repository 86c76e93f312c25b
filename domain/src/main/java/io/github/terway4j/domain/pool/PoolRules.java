package io.github.terway4j.domain.pool;

/**
 * What the operator wants of the pool.
 *
 * @param target what stands ready
 * @param warmUp addresses to fetch once, before the first pod; 0 for none
 */
public record PoolRules(WarmTarget target, int warmUp, IdleReclaim reclaim) {
    /** Nothing but this. */
    public static PoolRules of(WarmTarget target) {
        return new PoolRules(target, 0, new IdleReclaim.Off());
    }
}
