package io.github.terway4j.domain.net;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * An IP address, held as an unsigned number: IPv4 in the low 32 bits of {@code low} with {@code high} zero, IPv6 in all
 * 128 bits. Addresses are ordered by family, then by number.
 *
 * <p>An IPv4-mapped IPv6 address ({@code ::ffff:10.0.0.1}) stays IPv6: the families never turn into each other unasked.
 */
public record Ip(IpFamily family, long high, long low) implements Comparable<Ip> {
    private static final long V4_MAX = 0xffff_ffffL;

    public Ip {
        if (family == IpFamily.V4 && (high != 0 || low < 0 || low > V4_MAX)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits, not 0x%016x%016x".formatted(high, low));
        }
    }

    /**
     * Reads four decimal parts without leading zeros, or IPv6 text of RFC 4291 section 2.2 with {@code ::} and an
     * embedded IPv4 tail. Zone ids ({@code %eth0}) and surrounding space are refused.
     *
     * @throws IllegalArgumentException naming the text and what is wrong with it
     */
    public static Ip parse(String text) {
        return text.indexOf(':') >= 0 ? Ipv6Text.parse(text) : Ipv4Text.parse(text);
    }

    /** The address with these 4 or 16 bytes, in network order. */
    public static Ip of(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case Integer.BYTES -> new Ip(IpFamily.V4, 0, Integer.toUnsignedLong(in.getInt()));
            case 2 * Long.BYTES -> new Ip(IpFamily.V6, in.getLong(), in.getLong());
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /** This address in network order, 4 or 16 bytes that the caller may keep. */
    public byte[] bytes() {
        var out = ByteBuffer.allocate(family.bits() / Byte.SIZE);
        return switch (family) {
            case V4 -> out.putInt((int) low).array();
            case V6 -> out.putLong(high).putLong(low).array();
        };
    }

    /**
     * The address so many steps further up, or down if negative.
     *
     * @throws ArithmeticException if the family has no such address
     */
    public Ip plus(long steps) {
        long sum = low + steps;
        return switch (family) {
            case V4 -> {
                if (sum < 0 || sum > V4_MAX) {
                    throw beyond(steps);
                }
                yield new Ip(family, 0, sum);
            }
            case V6 -> {
                boolean carry = steps > 0 && Long.compareUnsigned(sum, low) < 0;
                boolean borrow = steps < 0 && Long.compareUnsigned(sum, low) > 0;
                if ((carry && high == -1) || (borrow && high == 0)) {
                    throw beyond(steps);
                }
                yield new Ip(family, carry ? high + 1 : borrow ? high - 1 : high, sum);
            }
        };
    }

    /**
     * The address so many steps further down, or up if negative.
     *
     * @throws ArithmeticException if the family has no such address
     */
    public Ip minus(long steps) {
        return plus(Math.negateExact(steps));
    }

    /** The next address up; the last one of a family has none ({@link ArithmeticException}). */
    public Ip next() {
        return plus(1);
    }

    /**
     * How many steps up from here to the other, negative if it lies below: {@code plus(distanceTo(other))} is the other.
     *
     * @throws ArithmeticException if the distance does not fit into a long
     */
    public long distanceTo(Ip other) {
        if (family != other.family) {
            throw new IllegalArgumentException("no distance between " + this + " and " + other);
        }
        return other.number().subtract(number()).longValueExact();
    }

    private BigInteger number() {
        return new BigInteger(1, bytes());
    }

    private ArithmeticException beyond(long steps) {
        return new ArithmeticException("%s has no %s address %d steps away".formatted(this, family, steps));
    }

    @Override
    public int compareTo(Ip other) {
        int byFamily = family.compareTo(other.family);
        int byHigh = Long.compareUnsigned(high, other.high);
        return byFamily != 0 ? byFamily : byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Four decimal parts, or IPv6 as RFC 5952 wants it written. */
    @Override
    public String toString() {
        return switch (family) {
            case V4 -> Ipv4Text.print((int) low);
            case V6 -> Ipv6Text.print(this);
        };
    }
}
