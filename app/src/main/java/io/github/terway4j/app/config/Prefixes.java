package io.github.terway4j.app.config;

import io.github.terway4j.domain.pool.Portion;

/**
 * Whether ENIs take blocks of addresses (a /28 or an /80) instead of single ones.
 *
 * @param ipv4 blocks to hold
 * @param ipv6 blocks to hold on nodes without IPv4
 */
public record Prefixes(boolean enabled, int ipv4, int ipv6) {
    /** IPv4 addresses in the blocks to hold, as far as an int can count. */
    int addresses() {
        return (int) Math.min(Integer.MAX_VALUE, (long) ipv4 * Portion.PREFIX.ipv4Addresses());
    }
}
