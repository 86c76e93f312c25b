package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Which packets a filter means, as u32 says it (linux/pkt_cls.h, {@code struct tc_u32_sel}): 32 bits at an offset into the
 * packet, under a mask, as often as it takes. It is the one classifier that every kernel has which we may meet.
 */
final class FilterMatches {
    static final int ETH_P_IP = 0x0800;
    static final int ETH_P_IPV6 = 0x86dd;
    static final int ETH_P_8021Q = 0x8100;

    private static final int SELECTOR = 16;
    private static final int KEY = 16;
    private static final int KEYS_AT = 2;
    private static final byte TC_U32_TERMINAL = 1;

    private static final int SOURCE_V4 = 12;
    private static final int DESTINATION_V4 = 16;
    private static final int SOURCE_V6 = 8;
    private static final int DESTINATION_V6 = 24;

    private FilterMatches() {}

    static int protocol(FilterMatch match) {
        return switch (match) {
            case FilterMatch.From(var source) -> protocol(source.family());
            case FilterMatch.To(var destination) -> protocol(destination.family());
            case FilterMatch.Tagged _ -> ETH_P_8021Q;
        };
    }

    private static int protocol(IpFamily family) {
        return switch (family) {
            case V4 -> ETH_P_IP;
            case V6 -> ETH_P_IPV6;
        };
    }

    static byte[] selector(FilterMatch match) {
        return switch (match) {
            case FilterMatch.From(var source) -> selector(source, sourceAt(source.family()));
            case FilterMatch.To(var destination) -> selector(destination, destinationAt(destination.family()));
            // Whatever there is: the protocol alone decides.
            case FilterMatch.Tagged _ -> selector(Cidr.any(IpFamily.V4), 0);
        };
    }

    private static byte[] selector(Cidr block, int offset) {
        int keys = Math.max(1, Math.ceilDiv(block.length(), Integer.SIZE));
        var bytes = ByteBuffer.allocate(SELECTOR + keys * KEY).order(ByteOrder.nativeOrder());
        bytes.put(0, TC_U32_TERMINAL).put(KEYS_AT, (byte) keys).position(SELECTOR);
        var value = ByteBuffer.wrap(block.network().bytes());
        for (int i = 0; i < keys; i++) {
            bytes.putInt(inNetworkOrder(mask(block.length() - i * Integer.SIZE)))
                    .putInt(inNetworkOrder(value.getInt()))
                    .putInt(offset + i * Integer.BYTES)
                    .putInt(0);
        }
        return bytes.array();
    }

    /** What the selector means; empty for what we would never say. */
    static Optional<FilterMatch> read(int protocol, byte[] selector) {
        var bytes = ByteBuffer.wrap(selector).order(ByteOrder.nativeOrder());
        int keys = selector.length < SELECTOR ? 0 : bytes.get(KEYS_AT);
        if (keys < 1 || selector.length < SELECTOR + keys * KEY) {
            return Optional.empty();
        }
        return switch (protocol) {
            case ETH_P_IP -> match(bytes, keys, IpFamily.V4);
            case ETH_P_IPV6 -> match(bytes, keys, IpFamily.V6);
            case ETH_P_8021Q -> Optional.of(new FilterMatch.Tagged());
            default -> Optional.empty();
        };
    }

    private static Optional<FilterMatch> match(ByteBuffer bytes, int keys, IpFamily family) {
        var value = ByteBuffer.allocate(family.bits() / Byte.SIZE);
        int length = 0;
        for (int i = 0; i < keys && value.hasRemaining(); i++) {
            int at = SELECTOR + i * KEY;
            length += Integer.bitCount(bytes.getInt(at));
            value.putInt(inNetworkOrder(bytes.getInt(at + Integer.BYTES)));
        }
        int offset = bytes.getInt(SELECTOR + 2 * Integer.BYTES);
        var block = Cidr.of(Ip.of(value.array()), length);
        if (offset == sourceAt(family)) {
            return Optional.of(new FilterMatch.From(block));
        }
        return offset == destinationAt(family) ? Optional.of(new FilterMatch.To(block)) : Optional.empty();
    }

    private static int sourceAt(IpFamily family) {
        return switch (family) {
            case V4 -> SOURCE_V4;
            case V6 -> SOURCE_V6;
        };
    }

    private static int destinationAt(IpFamily family) {
        return switch (family) {
            case V4 -> DESTINATION_V4;
            case V6 -> DESTINATION_V6;
        };
    }

    /** That many leading ones, of 32. */
    private static int mask(int length) {
        return length <= 0 ? 0 : -1 << Math.max(0, Integer.SIZE - length);
    }

    private static int inNetworkOrder(int value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }
}
