package io.github.terway4j.domain.net;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * A block of addresses: those whose first {@code length} bits are the network's. Blocks are ordered by network, the
 * wider of two first.
 */
public record Cidr(Ip network, int length) implements Comparable<Cidr> {
    private static final Comparator<Cidr> ORDER =
            Comparator.comparing(Cidr::network).thenComparingInt(Cidr::length);

    public Cidr {
        var masked = masked(network, length);
        if (!masked.equals(network)) {
            throw new IllegalArgumentException("%s/%d has bits set beyond its length: its network is %s/%d"
                    .formatted(network, length, masked, length));
        }
    }

    /** Reads {@code 10.0.0.0/16}; a missing length and set host bits are refused, never guessed away. */
    public static Cidr parse(String text) {
        var address = InterfaceAddress.parse(text);
        return new Cidr(address.ip(), address.length());
    }

    /** The block of that length around any of its addresses. */
    public static Cidr of(Ip any, int length) {
        return new Cidr(masked(any, length), length);
    }

    /** The block of this one address: a /32 or a /128. */
    public static Cidr host(Ip ip) {
        return new Cidr(ip, ip.family().bits());
    }

    /** Every address of the family: {@code 0.0.0.0/0} or {@code ::/0}. */
    public static Cidr any(IpFamily family) {
        return new Cidr(new Ip(family, 0, 0), 0);
    }

    public IpFamily family() {
        return network.family();
    }

    public boolean contains(Ip ip) {
        return ip.family() == family() && masked(ip, length).equals(network);
    }

    /** Whether every address of the other block is in this one. */
    public boolean contains(Cidr other) {
        return length <= other.length && contains(other.network);
    }

    /** Whether some address is in both; of two such blocks one contains the other. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    public Ip first() {
        return network;
    }

    public Ip last() {
        return new Ip(
                family(),
                network.high() | highHostBits(family(), length),
                network.low() | lowHostBits(family(), length));
    }

    /**
     * The address at this place, the first at 0, the last at -1.
     *
     * @throws IllegalArgumentException if the block is too small to have one there
     */
    public Ip nth(long place) {
        var reached = BigInteger.valueOf(place < 0 ? ~place : place);
        if (reached.compareTo(size()) >= 0) {
            throw new IllegalArgumentException(
                    "%s has %d addresses and none at place %d".formatted(this, size(), place));
        }
        return place < 0 ? last().plus(place + 1) : first().plus(place);
    }

    /** How many addresses there are, network and broadcast address included. */
    public BigInteger size() {
        return BigInteger.TWO.pow(family().bits() - length);
    }

    public boolean isHost() {
        return length == family().bits();
    }

    public boolean isAny() {
        return length == 0;
    }

    @Override
    public int compareTo(Cidr other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }

    private static Ip masked(Ip ip, int length) {
        InterfaceAddress.checkLength(ip, length);
        return new Ip(
                ip.family(),
                ip.high() & ~highHostBits(ip.family(), length),
                ip.low() & ~lowHostBits(ip.family(), length));
    }

    private static long highHostBits(IpFamily family, int length) {
        return ones(family.bits() - length - Long.SIZE);
    }

    private static long lowHostBits(IpFamily family, int length) {
        return ones(family.bits() - length);
    }

    /** A long of so many low ones: none below zero, all from 64 on (where a shift would start again at none). */
    private static long ones(int count) {
        return count <= 0 ? 0 : count >= Long.SIZE ? -1 : (1L << count) - 1;
    }
}
