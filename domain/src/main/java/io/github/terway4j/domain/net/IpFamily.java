package io.github.terway4j.domain.net;

/** The two kinds of IP address; IPv4 comes first wherever both are listed. */
public enum IpFamily {
    V4(32),
    V6(128);

    private final int bits;

    IpFamily(int bits) {
        this.bits = bits;
    }

    /** How many bits an address of this family has: 32 or 128. */
    public int bits() {
        return bits;
    }
}
