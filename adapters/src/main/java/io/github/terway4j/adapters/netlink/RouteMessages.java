package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_ACK;
import static io.github.terway4j.adapters.nlmsg.Message.NLM_F_DUMP;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What we ask about routes (linux/rtnetlink.h); {@link SeenRoute} is what we hear. */
final class RouteMessages {
    static final int RTM_NEWROUTE = 24;
    private static final int RTM_DELROUTE = 25;
    private static final int RTM_GETROUTE = 26;

    static final int RTMSG = 12;
    static final int RTA_DST = 1;
    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_PRIORITY = 6;
    static final int RTA_TABLE = 15;
    static final int RTA_VIA = 18;

    static final int RTN_UNICAST = 1;
    static final int RTN_BLACKHOLE = 6;
    private static final int RT_SCOPE_UNIVERSE = 0;
    private static final int RT_SCOPE_LINK = 253;
    private static final int RTNH_F_ONLINK = 4;
    /** Higher numbers have no room in the fixed part. */
    private static final int LARGEST_SHORT_TABLE = 255;
    /** In every namespace: the first link that it has. */
    private static final int LOOPBACK_INDEX = 1;

    private RouteMessages() {}

    static Message make(Route route, int linkIndex, int flags) {
        return about(new Message(RTM_NEWROUTE, NLM_F_ACK | flags), route, linkIndex);
    }

    static Message remove(Route route, int linkIndex) {
        return about(new Message(RTM_DELROUTE, NLM_F_ACK), route, linkIndex);
    }

    static Message list(IpFamily family) {
        return new Message(RTM_GETROUTE, NLM_F_DUMP)
                .u8(IpMessages.number(family))
                .u8(0)
                .u16(0)
                .u32(0)
                .u32(0);
    }

    /** Those of one table; a kernel before 4.20 lists all. */
    static Message list(IpFamily family, int table) {
        return list(family).attribute32(RTA_TABLE, table);
    }

    /** Those of one table that lead out of one link. */
    static Message list(IpFamily family, int table, int linkIndex) {
        return list(family, table).attribute32(RTA_OIF, linkIndex);
    }

    /** What a route without a metric has for one. */
    static int usualMetric(IpFamily family) {
        return switch (family) {
            case V4 -> 0;
            case V6 -> 1024;
        };
    }

    private static Message about(Message message, Route route, int linkIndex) {
        var destination = route.destination();
        var family = destination.family();
        fixed(message, family, destination.length(), route.table(), route.protocol(), route.hop());
        if (!destination.isAny()) {
            message.attribute(RTA_DST, destination.network().bytes());
        }
        if (family == IpFamily.V6) {
            message.attribute32(RTA_PRIORITY, usualMetric(family));
        }
        return switch (route.hop()) {
            case NextHop.Direct _ -> message.attribute32(RTA_OIF, linkIndex);
            case NextHop.Via via -> gateway(message.attribute32(RTA_OIF, linkIndex), family, via.gateway());
            // The kernel keeps an IPv6 blackhole at loopback, and when it removes one tells it from others by that
            // alone.
            case NextHop.Blackhole _ -> family == IpFamily.V6 ? message.attribute32(RTA_OIF, LOOPBACK_INDEX) : message;
        };
    }

    private static Message fixed(Message message, IpFamily family, int length, int table, int protocol, NextHop hop) {
        return message.u8(IpMessages.number(family))
                .u8(length)
                .u8(0)
                .u8(0)
                .u8(table > LARGEST_SHORT_TABLE ? 0 : table)
                .u8(protocol)
                .u8(hop instanceof NextHop.Direct ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE)
                .u8(hop instanceof NextHop.Blackhole ? RTN_BLACKHOLE : RTN_UNICAST)
                .u32(hop instanceof NextHop.Via ? RTNH_F_ONLINK : 0)
                .attribute32(RTA_TABLE, table);
    }

    private static Message gateway(Message message, IpFamily family, Ip gateway) {
        return gateway.family() == family
                ? message.attribute(RTA_GATEWAY, gateway.bytes())
                : message.attribute(RTA_VIA, via(gateway));
    }

    /** A {@code struct rtvia}: the family in the machine's byte order, and the address. */
    private static byte[] via(Ip gateway) {
        var address = gateway.bytes();
        return ByteBuffer.allocate(Short.BYTES + address.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) IpMessages.number(gateway.family()))
                .put(address)
                .array();
    }
}
