package io.github.terway4j.adapters.nlmsg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A sequence of attributes (linux/netlink.h, {@code struct nlattr}), looked at in place. Their lengths are checked once,
 * at the start; a type that occurs twice counts the last time, as in the kernel.
 */
public final class Attributes {
    private static final int HEADER = 4;
    /** Two bits of the type say something about the value. */
    private static final int TYPE_MASK = 0x3fff;

    private static final int NONE = -1;

    private final ByteBuffer bytes;
    private final int start;

    /** Those in the buffer from this offset to its limit. */
    Attributes(ByteBuffer bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        for (int at = start; at < bytes.limit(); at = after(at)) {
            int left = bytes.limit() - at;
            int length = left < HEADER ? left : length(at);
            if (length < HEADER || length > left) {
                throw new MalformedMessageException(
                        "an attribute of %d bytes where %d are left, at %d".formatted(length, left, at));
            }
        }
    }

    public boolean has(int type) {
        return find(type) != NONE;
    }

    /** Whether there is none of another type. */
    public boolean hasOnly(Set<Integer> types) {
        for (int at = start; at < bytes.limit(); at = after(at)) {
            if (!types.contains(type(at))) {
                return false;
            }
        }
        return true;
    }

    /** The number of one byte, or what is said instead where it is absent. */
    public int u8(int type, int otherwise) {
        int at = find(type, Byte.BYTES);
        return at == NONE ? otherwise : Byte.toUnsignedInt(bytes.get(at + HEADER));
    }

    public int u16(int type, int otherwise) {
        int at = find(type, Short.BYTES);
        return at == NONE ? otherwise : Short.toUnsignedInt(bytes.getShort(at + HEADER));
    }

    public int u32(int type, int otherwise) {
        int at = find(type, Integer.BYTES);
        return at == NONE ? otherwise : bytes.getInt(at + HEADER);
    }

    public long u64(int type, long otherwise) {
        int at = find(type, Long.BYTES);
        return at == NONE ? otherwise : bytes.getLong(at + HEADER);
    }

    public Optional<byte[]> bytes(int type) {
        int at = find(type);
        if (at == NONE) {
            return Optional.empty();
        }
        var value = new byte[length(at) - HEADER];
        bytes.get(at + HEADER, value);
        return Optional.of(value);
    }

    /** A string, without its closing zero; empty where it is absent. */
    public String text(int type) {
        var value = bytes(type).orElse(new byte[0]);
        int length = value.length > 0 && value[value.length - 1] == 0 ? value.length - 1 : value.length;
        return new String(value, 0, length, StandardCharsets.UTF_8);
    }

    /** The attributes inside that one; none where it is absent. */
    public Attributes nested(int type) {
        int at = find(type);
        return at == NONE
                ? new Attributes(bytes, bytes.limit())
                : new Attributes(bytes.duplicate().order(bytes.order()).limit(at + length(at)), at + HEADER);
    }

    private int find(int type, int size) {
        int at = find(type);
        if (at != NONE && length(at) - HEADER < size) {
            throw new MalformedMessageException(
                    "attribute %d has %d bytes and should have %d".formatted(type, length(at) - HEADER, size));
        }
        return at;
    }

    private int find(int type) {
        int found = NONE;
        for (int at = start; at < bytes.limit(); at = after(at)) {
            if (type(at) == type) {
                found = at;
            }
        }
        return found;
    }

    private int type(int at) {
        return bytes.getShort(at + Short.BYTES) & TYPE_MASK;
    }

    private int length(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /** Where the next one starts; the last may do without padding. */
    private int after(int at) {
        return at + ((length(at) + 3) & -4);
    }
}
