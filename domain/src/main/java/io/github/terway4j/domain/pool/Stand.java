package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;

/**
 * A holding, counted in pods.
 *
 * @param serving pods that hold an address of it
 * @param idle how many more it could serve as it is: each takes one address of every family
 * @param ready how many of these at once, since no address of theirs has to rest
 * @param room how many more again, if it were given the addresses
 */
record Stand(Holding holding, int serving, int idle, int ready, int room) {
    static Stand of(Holding holding, PoolLimits limits) {
        var serving = holding.eni().count(IpFamily.V4) - holding.unheld(IpFamily.V4, _ -> true);
        var idle = Integer.MAX_VALUE;
        var ready = Integer.MAX_VALUE;
        for (var family : limits.families()) {
            idle = Math.min(idle, holding.unheld(family, _ -> true));
            ready = Math.min(ready, holding.unheld(family, standing -> standing != Standing.RESTING));
        }
        return new Stand(holding, serving, idle, ready, Math.max(0, limits.addressesPerEni() - serving - idle));
    }

    /** Whether nobody would miss it: no pod is on it, and no packet for one that was. */
    boolean mayGo() {
        return serving == 0
                && holding.stays()
                && holding.unheld().stream().noneMatch(free -> free.standing() == Standing.RESTING);
    }

    /** How many pods more it could serve if it had as many addresses of each family as it has of one. */
    int uneven(PoolLimits limits) {
        var most = 0;
        for (var family : limits.families()) {
            most = Math.max(most, Math.min(holding.eni().count(family), limits.addressesPerEni()));
        }
        return Math.max(0, most - serving - idle);
    }

    /** How many pods' worth of addresses could go without the ENI. */
    int spare(PoolLimits limits) {
        return limits.families().stream()
                .mapToInt(family -> (int) holding.spare(family).count())
                .min()
                .orElse(0);
    }
}
