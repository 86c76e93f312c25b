package io.github.terway4j.domain.eni;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A block of addresses that an ENI holds in one piece, and that takes the place of one address in its limits: a /28 of
 * IPv4 or a /80 of IPv6 (ECS documentation, "IP prefixes").
 */
public record IpPrefix(Cidr block) implements Comparable<IpPrefix> {
    public IpPrefix {
        if (block.length() != length(block.family())) {
            throw new IllegalArgumentException("an IP prefix is a /28 of IPv4 or a /80 of IPv6, not " + block);
        }
    }

    /** Reads {@code 10.0.1.16/28}; host bits are refused. */
    public static IpPrefix parse(String text) {
        return new IpPrefix(Cidr.parse(text));
    }

    /** How many leading bits are the network's. */
    public static int length(IpFamily family) {
        return switch (family) {
            case V4 -> 28;
            case V6 -> 80;
        };
    }

    public IpFamily family() {
        return block.family();
    }

    /** The block around any of its addresses. */
    public static IpPrefix around(Ip ip) {
        return new IpPrefix(Cidr.of(ip, length(ip.family())));
    }

    /**
     * How many addresses of it are used: all of IPv4's, of IPv6's as many as Terway uses. Both ends of the block serve
     * like any other address.
     */
    public int size() {
        return switch (family()) {
            case V4 -> 16;
            case V6 -> 65_536;
        };
    }

    /** The lowest addresses of it, at most so many. */
    public List<Ip> addresses(int most) {
        return LongStream.range(0, Math.min(most, size()))
                .mapToObj(block.first()::plus)
                .toList();
    }

    public boolean contains(Ip ip) {
        return block.contains(ip);
    }

    @Override
    public int compareTo(IpPrefix other) {
        return block.compareTo(other.block);
    }

    @Override
    public String toString() {
        return block.toString();
    }
}
