package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;

/**
 * A holding, counted in pods: each takes one address of every family.
 *
 * @param tallies of each family that pods get
 * @param serving pods that hold an address of it
 * @param idle how many more it could serve as it is
 * @param ready how many of these at once, since no address of theirs has to rest
 * @param wanted whether it is kept though nobody is on it
 */
record Stand(Holding holding, List<Tally> tallies, int serving, int idle, int ready, boolean wanted) {
    static Stand of(Holding holding, PoolLimits limits) {
        var tallies = limits.families().stream()
                .map(family -> Tally.of(family, holding, limits))
                .toList();
        var idle = Integer.MAX_VALUE;
        var ready = Integer.MAX_VALUE;
        for (var tally : tallies) {
            idle = Math.min(idle, tally.idle());
            ready = Math.min(ready, tally.ready());
        }
        return new Stand(holding, tallies, serving(holding), idle, ready, limits.trunk() && holding.isTrunk());
    }

    private static int serving(Holding holding) {
        var serving = holding.eni().count(IpFamily.V4);
        for (var free : holding.unheld()) {
            serving -= free.ip().family() == IpFamily.V4 ? 1 : 0;
        }
        for (var block : holding.blocks()) {
            serving += block.prefix().family() == IpFamily.V4 ? block.held() : 0;
        }
        return serving;
    }

    /** How many more again, if its places were taken by such portions. */
    int room(Portion portion) {
        var potential = Integer.MAX_VALUE;
        for (var tally : tallies) {
            potential = Math.min(potential, tally.potential(portion));
        }
        return potential - idle;
    }

    /** Whether it has as many addresses of each family. */
    boolean isEven() {
        for (var tally : tallies) {
            if (tally.idle() > idle) {
                return false;
            }
        }
        return true;
    }

    /** How many pods more it could serve if it had as many addresses of each family as it has of one. */
    int uneven(Portion portion) {
        var most = 0;
        for (var tally : tallies) {
            // A block of IPv6 is never matched.
            most = Math.max(most, tally.family() == IpFamily.V6 && tally.block() ? 0 : tally.idle());
        }
        return Math.min(Math.max(0, most - idle), room(portion));
    }

    /** Whether nobody would miss it: no pod is on it, no packet for one that was, and it is not kept for itself. */
    boolean mayGo() {
        return serving == 0
                && !wanted
                && holding.stays()
                // Detached without our mark on it, nobody would find it again.
                && holding.eni().tags().get(Marks.MADE_FOR).isPresent()
                && holding.unheld().stream().noneMatch(free -> free.standing() == Standing.RESTING)
                && holding.blocks().stream().noneMatch(block -> block.resting() > 0);
    }

    /** How many pods' worth of single addresses could go without the ENI. */
    int spare() {
        var spare = Integer.MAX_VALUE;
        for (var tally : tallies) {
            if (tally.family() == IpFamily.V4 || !tally.block()) {
                spare = Math.min(spare, holding.spare(tally.family()));
            }
        }
        return spare;
    }

    /** How many of its prefixes could go without the ENI. */
    int spareBlocks() {
        return (int) holding.spareBlocks().count();
    }

    /** Addresses idle in blocks that other pods are on. */
    int broken() {
        return holding.blocks().stream()
                .filter(block -> block.prefix().family() == IpFamily.V4 && block.held() > 0)
                .mapToInt(Holding.Block::idle)
                .sum();
    }
}
