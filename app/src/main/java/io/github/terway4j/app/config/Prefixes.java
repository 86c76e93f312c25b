package io.github.terway4j.app.config;

/**
 * Whether ENIs take blocks of addresses (a /28 or an /80) instead of single ones.
 *
 * @param ipv4 blocks to hold
 * @param ipv6 blocks to hold on nodes without IPv4
 */
public record Prefixes(boolean enabled, int ipv4, int ipv6) {}
