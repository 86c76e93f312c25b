package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.lease.Standing;
import io.github.terway4j.domain.net.IpFamily;

/**
 * What an ENI has of one family.
 *
 * @param idle addresses that pods could have
 * @param ready those of them that need not rest
 * @param places for more addresses, or as many prefixes
 * @param block whether it has a prefix
 */
record Tally(IpFamily family, int idle, int ready, int places, boolean block) {
    static Tally of(IpFamily family, Holding holding, PoolLimits limits) {
        var idle = 0;
        var ready = 0;
        for (var free : holding.unheld()) {
            if (free.ip().family() == family && limits.serves(holding.eni(), free.ip())) {
                idle++;
                ready += free.standing() == Standing.RESTING ? 0 : 1;
            }
        }
        var blocks = 0;
        for (var block : holding.blocks()) {
            if (block.prefix().family() == family) {
                idle += block.idle();
                ready += block.ready();
                blocks++;
            }
        }
        var taken = holding.eni().count(family) + blocks;
        return new Tally(family, idle, ready, Math.max(0, limits.addressesPerEni() - taken), blocks > 0);
    }

    /** How many portions have so many addresses. */
    int portions(int addresses, Portion portion) {
        return switch (family) {
            case V4 -> portion.portions(addresses);
            case V6 -> portion == Portion.PREFIX ? 1 : addresses;
        };
    }

    /** How many addresses there could be to have, if all places were taken. */
    int potential(Portion portion) {
        return switch (family) {
            case V4 -> idle + places * portion.ipv4Addresses();
            // One block of IPv6 is more than an ENI can ever need.
            case V6 -> portion == Portion.PREFIX && places > 0 ? Integer.MAX_VALUE : idle + places;
        };
    }
}
