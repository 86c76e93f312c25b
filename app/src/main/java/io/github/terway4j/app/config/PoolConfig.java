package io.github.terway4j.app.config;

import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.Watermarks;
import java.time.Duration;

/**
 * How many addresses stand ready, and who gets which.
 *
 * @param marks idle addresses, as written
 * @param minEnis ENIs' worth of idle addresses; where it is more than 0, it stands for the lower mark
 * @param warmUp addresses to fetch once, before the first pod; 0 for none
 * @param syncPeriod between two looks at the pool when nothing happens
 * @param cooldown of a returned address
 * @param selection the ENI that serves the next pod
 */
public record PoolConfig(
        Watermarks marks,
        int minEnis,
        int warmUp,
        IdleReclaim reclaim,
        Duration syncPeriod,
        Cooldown cooldown,
        EniSelection selection) {
    /** The marks that a node can reach: no more than it holds, and the lower one never above the upper one. */
    public Watermarks marks(PoolLimits limits) {
        var max = Math.min(marks.max(), limits.capacity());
        var min = minEnis > 0 ? (long) minEnis * limits.addressesPerEni() : marks.min();
        return new Watermarks((int) Math.min(min, max), max);
    }
}
