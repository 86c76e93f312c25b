package io.github.terway4j.domain.pool;

/** In which portions an ENI takes addresses. */
public enum Portion {
    /** Single ones. */
    ADDRESS(1),
    /** Blocks, a /28 of IPv4 or a /80 of IPv6; single ones where a vSwitch has no free block. */
    PREFIX(16);

    private final int ipv4Addresses;

    Portion(int ipv4Addresses) {
        this.ipv4Addresses = ipv4Addresses;
    }

    /** How many IPv4 addresses one portion has. */
    public int ipv4Addresses() {
        return ipv4Addresses;
    }

    /** How many portions have so many IPv4 addresses at least. */
    int portions(int addresses) {
        return Math.ceilDiv(addresses, ipv4Addresses);
    }
}
