package io.github.terway4j.app.worlds;

import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel does about IPv6 addresses some time after it said that all was done: a link that has come up gets its
 * own address, and each address its place in the local table (addrconf_dad_work in net/ipv6/addrconf.c).
 */
final class Settling {
    private static final int RTM_GETLINK = 18;
    private static final int RTM_GETADDR = 22;
    private static final int RTM_GETROUTE = 26;
    private static final int AF_INET6 = 10;
    private static final int IFINFOMSG = 16;
    private static final int IFADDRMSG = 8;
    private static final int RTMSG = 12;
    private static final int ADDRESS = 1;
    private static final int UP_AND_CARRIER = 0x1_0001;
    private static final int IFF_RUNNING = 0x40;
    private static final int RUNNING_AND_CARRIER = 0x1_0040;
    private static final int LOOPBACK = 8;
    private static final int IFLA_AF_SPEC = 26;
    private static final int IFLA_INET6_CONF = 2;
    private static final int DISABLE_IPV6 = 26;
    private static final int IFA_F_TENTATIVE = 0x40;
    private static final int RTN_LOCAL = 2;

    private record Address(int link, ByteBuffer bytes, boolean tentative) {
        boolean isLinkLocal() {
            return (bytes.getShort(0) & 0xffc0) == 0xfe80;
        }
    }

    private Settling() {}

    static boolean isSettled(NetlinkSocket socket) {
        var addresses = addresses(socket);
        var local = new HashSet<>(local(socket));
        var silent = speaking(socket).stream()
                .filter(link -> addresses.stream().noneMatch(address -> address.link == link && address.isLinkLocal()))
                .toList();
        var overrated = overrated(socket);
        Stream.of(silent, overrated).flatMap(List::stream).forEach(link -> urge(socket, link));
        return silent.isEmpty()
                && overrated.isEmpty()
                && addresses.stream().allMatch(address -> !address.tentative && local.contains(address.bytes));
    }

    /** Who asks for one link has the kernel look after its carrier now, not within a second (rtnl_getlink). */
    private static void urge(NetlinkSocket socket, int link) {
        socket.perform(new Message(RTM_GETLINK, Message.NLM_F_ACK)
                .u8(0)
                .u8(0)
                .u16(0)
                .u32(link)
                .u32(0)
                .u32(0));
    }

    private static List<Integer> speaking(NetlinkSocket socket) {
        return socket.dump(links(), reply -> {
            int flags = reply.u32(8);
            boolean carries = (flags & UP_AND_CARRIER) == UP_AND_CARRIER && (flags & LOOPBACK) == 0;
            return carries
                            && reply.attributes(IFINFOMSG)
                                    .nested(IFLA_AF_SPEC)
                                    .nested(AF_INET6)
                                    .bytes(IFLA_INET6_CONF)
                                    .filter(conf -> ByteBuffer.wrap(conf)
                                                    .order(ByteOrder.nativeOrder())
                                                    .getInt(DISABLE_IPV6 * Integer.BYTES)
                                            == 0)
                                    .isPresent()
                    ? List.of(reply.u32(4))
                    : List.of();
        });
    }

    /** Those of which the kernel has not yet noticed that their carrier has gone. */
    private static List<Integer> overrated(NetlinkSocket socket) {
        return socket.dump(
                links(),
                reply -> (reply.u32(8) & RUNNING_AND_CARRIER) == IFF_RUNNING ? List.of(reply.u32(4)) : List.of());
    }

    private static Message links() {
        return new Message(RTM_GETLINK, Message.NLM_F_DUMP)
                .u8(0)
                .u8(0)
                .u16(0)
                .u32(0)
                .u32(0)
                .u32(0);
    }

    private static List<Address> addresses(NetlinkSocket socket) {
        return socket.dump(
                new Message(RTM_GETADDR, Message.NLM_F_DUMP)
                        .u8(AF_INET6)
                        .u8(0)
                        .u8(0)
                        .u8(0)
                        .u32(0),
                reply -> reply.attributes(IFADDRMSG).bytes(ADDRESS).stream()
                        .map(bytes ->
                                new Address(reply.u32(4), ByteBuffer.wrap(bytes), (reply.u8(2) & IFA_F_TENTATIVE) != 0))
                        .toList());
    }

    private static List<ByteBuffer> local(NetlinkSocket socket) {
        return socket.dump(
                new Message(RTM_GETROUTE, Message.NLM_F_DUMP)
                        .u8(AF_INET6)
                        .u8(0)
                        .u16(0)
                        .u32(0)
                        .u32(0),
                reply -> reply.u8(7) != RTN_LOCAL
                        ? List.<ByteBuffer>of()
                        : reply.attributes(RTMSG).bytes(ADDRESS).stream()
                                .map(bytes -> ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length)))
                                .toList());
    }
}
