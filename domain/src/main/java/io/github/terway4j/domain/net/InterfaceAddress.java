package io.github.terway4j.domain.net;

import java.util.Comparator;

/**
 * An address together with the length of the prefix that is on its link, as {@code ip addr} prints it: {@code
 * 10.0.1.20/24} is one address, whose neighbours are in {@code 10.0.1.0/24}.
 */
public record InterfaceAddress(Ip ip, int length) implements Comparable<InterfaceAddress> {
    private static final Comparator<InterfaceAddress> ORDER =
            Comparator.comparing(InterfaceAddress::ip).thenComparingInt(InterfaceAddress::length);

    public InterfaceAddress {
        checkLength(ip, length);
    }

    /** Reads {@code 10.0.1.20/24}; the length is never guessed. */
    public static InterfaceAddress parse(String text) {
        int slash = text.indexOf('/');
        var length = slash < 0 ? "" : text.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an address with a prefix length: write it like 10.0.1.20/24".formatted(text));
        }
        return new InterfaceAddress(Ip.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    /** This address with no neighbours: a /32 or a /128. */
    public static InterfaceAddress host(Ip ip) {
        return new InterfaceAddress(ip, ip.family().bits());
    }

    /** The block that is on the link. */
    public Cidr subnet() {
        return Cidr.of(ip, length);
    }

    public IpFamily family() {
        return ip.family();
    }

    @Override
    public int compareTo(InterfaceAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return ip + "/" + length;
    }

    static void checkLength(Ip ip, int length) {
        if (length < 0 || length > ip.family().bits()) {
            throw new IllegalArgumentException("%s/%d: a prefix length of this family is 0 to %d"
                    .formatted(ip, length, ip.family().bits()));
        }
    }
}
