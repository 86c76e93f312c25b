package io.github.terway4j.app.config;

import io.github.terway4j.domain.lease.Cooldown;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.pool.Floor;
import io.github.terway4j.domain.pool.IdleReclaim;
import io.github.terway4j.domain.pool.PoolLimits;
import io.github.terway4j.domain.pool.PoolRules;
import io.github.terway4j.domain.pool.Portion;
import io.github.terway4j.domain.pool.WarmEnis;
import io.github.terway4j.domain.pool.WarmPrefixes;
import io.github.terway4j.domain.pool.WarmTarget;
import io.github.terway4j.domain.pool.Watermarks;
import java.time.Duration;

/**
 * How many addresses stand ready, and who gets which.
 *
 * @param marks idle addresses, as written
 * @param minEnis ENIs' worth of idle addresses; where it is more than 0, it stands for the lower mark
 * @param warmEnis ENIs' worth of addresses that stand ready at any time; where it is more than 0, it stands for both
 *     marks
 * @param warmPrefixes prefixes that stand ready at any time, where ENIs take prefixes; before all of these
 * @param leastTotal addresses that the node holds at any time, those of pods included; 0 for none
 * @param warmUp addresses to fetch once, before the first pod; 0 for none
 * @param syncPeriod between two looks at the pool when nothing happens
 * @param cooldown of a returned address
 * @param selection the ENI that serves the next pod
 */
public record PoolConfig(
        Watermarks marks,
        int minEnis,
        int warmEnis,
        int warmPrefixes,
        int leastTotal,
        int warmUp,
        IdleReclaim reclaim,
        Duration syncPeriod,
        Cooldown cooldown,
        EniSelection selection) {
    public PoolRules rules(PoolLimits limits, Prefixes prefixes) {
        var total = Math.max(leastTotal, limits.portion() == Portion.PREFIX ? prefixes.addresses() : 0);
        var ready = ready(limits);
        return new PoolRules(total > 0 ? new Floor(ready, total) : ready, warmUp, reclaim);
    }

    private WarmTarget ready(PoolLimits limits) {
        if (warmPrefixes > 0 && limits.portion() == Portion.PREFIX) {
            return new WarmPrefixes(warmPrefixes);
        }
        return warmEnis > 0 ? new WarmEnis(warmEnis) : marks(limits);
    }

    /** The marks that a node can reach: no more than it holds, and the lower one never above the upper one. */
    Watermarks marks(PoolLimits limits) {
        var max = Math.min(marks.max(), limits.capacity());
        var min = minEnis > 0 ? (long) minEnis * limits.addressesPerEni() : marks.min();
        return new Watermarks((int) Math.min(min, max), max);
    }
}
