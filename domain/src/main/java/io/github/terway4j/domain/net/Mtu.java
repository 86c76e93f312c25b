package io.github.terway4j.domain.net;

/**
 * The largest packet a link carries, in bytes of IP: 68, which every IPv4 link must carry (RFC 791), to 65535, the
 * largest IPv4 packet.
 */
public record Mtu(int bytes) implements Comparable<Mtu> {
    private static final int SMALLEST = 68;
    private static final int LARGEST = 65_535;
    /** RFC 8200 section 5; below it Linux silently switches IPv6 off on the link. */
    private static final int SMALLEST_FOR_V6 = 1280;

    public Mtu {
        if (bytes < SMALLEST || bytes > LARGEST) {
            throw new IllegalArgumentException("an MTU is 68 to 65535 bytes, not " + bytes);
        }
    }

    /** Whether the family may be used over a link with this MTU: IPv6 only from 1280 bytes on. */
    public boolean carries(IpFamily family) {
        return switch (family) {
            case V4 -> true;
            case V6 -> bytes >= SMALLEST_FOR_V6;
        };
    }

    @Override
    public int compareTo(Mtu other) {
        return Integer.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return Integer.toString(bytes);
    }
}
