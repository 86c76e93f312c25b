package io.github.terway4j.domain.net;

/** The number of a virtual LAN on a trunk, 1 to 4094 (IEEE 802.1Q: 0 and 4095 are no VLANs). */
public record VlanId(int number) implements Comparable<VlanId> {
    private static final int LARGEST = 4094;

    public VlanId {
        if (!isOne(number)) {
            throw new IllegalArgumentException("a VLAN has a number from 1 to " + LARGEST + ", not " + number);
        }
    }

    public static boolean isOne(int number) {
        return number >= 1 && number <= LARGEST;
    }

    @Override
    public int compareTo(VlanId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
