package io.github.terway4j.domain.net;

import java.util.HexFormat;
import java.util.Locale;

/** A 48-bit hardware address, ordered as a number and written {@code 02:fc:00:00:00:01}. */
public record Mac(long value) implements Comparable<Mac> {
    private static final int LENGTH = 6;
    private static final long LOCAL_UNICAST = 0x02_00_00_00_00_00L;
    private static final long LOW_FORTY_BITS = 0xff_ffff_ffffL;
    private static final int HALF = 24;
    private static final long LOW_HALF = 0xff_ffffL;
    private static final long BETWEEN_THE_HALVES = 0xfffeL;
    private static final long UNIVERSAL_BIT = 0x0200_0000_0000_0000L;
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    public Mac {
        if (value >>> (LENGTH * Byte.SIZE) != 0) {
            throw new IllegalArgumentException("a MAC address has 48 bits, not 0x%x".formatted(value));
        }
    }

    /** Reads six pairs of hexadecimal digits with colons between them, in either case. */
    public static Mac parse(String text) {
        if (!text.matches("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a MAC address: write it like 02:fc:00:00:00:01".formatted(text));
        }
        return of(COLONS.parseHex(text.toLowerCase(Locale.ROOT)));
    }

    /** The address with these 6 bytes, in the order they are sent. */
    public static Mac of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a MAC address has 6 bytes, not " + bytes.length);
        }
        long value = 0;
        for (byte b : bytes) {
            value = (value << Byte.SIZE) | Byte.toUnsignedLong(b);
        }
        return new Mac(value);
    }

    /** A locally administered unicast address (02:…) made of the low 40 bits of the seed. */
    public static Mac local(long seed) {
        return new Mac(LOCAL_UNICAST | (seed & LOW_FORTY_BITS));
    }

    /** The 6 bytes in the order they are sent, for the caller to keep. */
    public byte[] bytes() {
        var bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) (value >>> (Byte.SIZE * (LENGTH - 1 - i)));
        }
        return bytes;
    }

    /** The identifier of 64 bits that is made of it (RFC 4291, appendix A: modified EUI-64). */
    public long interfaceIdentifier() {
        long high = value >>> HALF;
        long low = value & LOW_HALF;
        return ((high << (Long.SIZE - HALF)) | (BETWEEN_THE_HALVES << HALF) | low) ^ UNIVERSAL_BIT;
    }

    @Override
    public int compareTo(Mac other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return COLONS.formatHex(bytes());
    }
}
