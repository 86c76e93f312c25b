package io.github.terway4j.app.config;

import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.pool.Floor;
import io.github.terway4j.domain.pool.IdleReclaim;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolRules;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.Watermarks;
import java.time.Duration;

/**
 * How many addresses stand ready, and who gets which.
 *
 * @param marks idle addresses, as written
 * @param minEnis ENIs' worth of idle addresses; where it is more than 0, it stands for the lower mark
 * @param warm what else may say how many addresses stand ready, in the marks' place
 * @param leastTotal addresses that the node holds at any time, those of pods included; 0 for none
 * @param warmUp addresses to fetch once, before the first pod; 0 for none
 * @param syncPeriod between two looks at the pool when nothing happens
 * @param cooldown of a returned address
 * @param selection the ENI that serves the next pod
 * @param members ENIs behind the trunk that nobody has, as written
 * @param degradation how much is asked of the cloud
 */
public record PoolConfig(
        Watermarks marks,
        int minEnis,
        WarmKeys warm,
        int leastTotal,
        int warmUp,
        IdleReclaim reclaim,
        Duration syncPeriod,
        Cooldown cooldown,
        EniSelection selection,
        Watermarks members,
        Degradation degradation) {
    public PoolRules rules(PoolLimits limits, Prefixes prefixes) {
        var total = Math.max(leastTotal, limits.portion() == Portion.PREFIX ? prefixes.addresses() : 0);
        var ready = warm.target(limits, prefixes).orElseGet(() -> marks(limits));
        return new PoolRules(total > 0 ? new Floor(ready, total) : ready, warmUp, reclaim, degradation);
    }

    /** The same at another level of degradation. */
    PoolConfig at(Degradation other) {
        return new PoolConfig(
                marks, minEnis, warm, leastTotal, warmUp, reclaim, syncPeriod, cooldown, selection, members, other);
    }

    /** The marks that a node can reach: no more than it holds, and the lower one never above the upper one. */
    Watermarks marks(PoolLimits limits) {
        var max = Math.min(marks.max(), limits.capacity());
        var min = minEnis > 0 ? (long) minEnis * limits.addressesPerEni() : marks.min();
        return new Watermarks((int) Math.min(min, max), max);
    }
}
