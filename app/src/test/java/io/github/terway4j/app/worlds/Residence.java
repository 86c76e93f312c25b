package io.github.terway4j.app.worlds;

import static java.net.StandardProtocolFamily.INET6;

import io.github.terway4j.adapters.netlink.NamespaceVisitor;
import io.github.terway4j.adapters.nlmsg.Message;
import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.simulator.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Optional;

/** Somebody who lives in a real namespace, listens there on all addresses of both families, and tidies up. */
final class Residence implements AutoCloseable {
    static final int PORT = 7777;

    private static final int RTM_SETLINK = 19;
    private static final int RTM_NEWROUTE = 24;
    private static final int RTM_DELNEIGH = 29;
    private static final int RTM_GETNEIGH = 30;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int RTPROT_STATIC = 4;
    private static final int RTA_DST = 1;
    private static final int RTA_TABLE = 15;
    private static final int NDMSG = 12;
    private static final int NDA_DST = 1;
    private static final int NUD_NOARP_OR_PERMANENT = 0xc0;
    private static final int IFF_UP = 1;
    private static final byte[] NONE = new byte[0];

    private final NetNs ns;
    private final NetlinkSocket netlink;
    private final DatagramChannel datagrams;
    private final ServerSocketChannel callers;
    private final ByteBuffer heard = ByteBuffer.allocate(Integer.BYTES);

    private Residence(NetNs ns) throws IOException {
        this.ns = ns;
        netlink = NetlinkSocket.open(NetlinkSocket.NETLINK_ROUTE);
        var everywhere = new InetSocketAddress("::", PORT);
        datagrams = DatagramChannel.open(INET6).bind(everywhere);
        datagrams.configureBlocking(false);
        callers = ServerSocketChannel.open(INET6).bind(everywhere);
        callers.configureBlocking(false);
    }

    static Residence in(NetNs ns) {
        return NamespaceVisitor.in(ns, () -> new Residence(ns));
    }

    NetNs ns() {
        return ns;
    }

    /** The number in the next datagram; empty if there is none now. */
    Optional<Integer> datagram() throws IOException {
        heard.clear();
        return datagrams.receive(heard) == null
                ? Optional.empty()
                : Optional.of(heard.flip().getInt());
    }

    /** The caller's port, of the next connection; empty if there is none now. */
    Optional<Integer> caller() throws IOException {
        try (var caller = callers.accept()) {
            return caller == null
                    ? Optional.empty()
                    : Optional.of(((InetSocketAddress) caller.getRemoteAddress()).getPort());
        }
    }

    /** One that is not there is no error. */
    void turnDown(LinkName link) {
        try {
            turnDown(netlink.linkIndex(link.text()));
        } catch (ErrnoException none) {
            if (!none.is(Errno.ENODEV)) {
                throw none;
            }
        }
    }

    private void turnDown(int index) {
        netlink.perform(new Message(RTM_SETLINK, Message.NLM_F_ACK)
                .u8(0)
                .u8(0)
                .u16(0)
                .u32(index)
                .u32(0)
                .u32(IFF_UP));
    }

    /** Where a route stands already, that one stays. */
    void refuse(Deed.Refuse refuse) {
        var destination = refuse.destination();
        var message = new Message(RTM_NEWROUTE, Message.NLM_F_ACK | Message.NLM_F_CREATE | Message.NLM_F_EXCL)
                .u8(destination.family() == IpFamily.V4 ? AF_INET : AF_INET6)
                .u8(destination.length())
                .u16(0)
                .u8(0)
                .u8(RTPROT_STATIC)
                .u8(0)
                .u8(type(refuse.how()))
                .u32(0)
                .attribute32(RTA_TABLE, refuse.table());
        if (!destination.isAny()) {
            message.attribute(RTA_DST, destination.network().bytes());
        }
        var ack = netlink.perform(message);
        if (!ack.done() && !ack.is(Errno.EEXIST)) {
            throw new IllegalStateException(refuse.words() + ": " + ack.words());
        }
    }

    private static int type(Refusal how) {
        return switch (how) {
            case BLACKHOLE -> 6;
            case UNREACHABLE -> 7;
            case PROHIBIT -> 8;
            case THROW -> 9;
        };
    }

    /**
     * So that no shot finds what an earlier one learned. Of what still waits for a neighbour that is forgotten, its sender
     * is told so, and who tells it may ask for a neighbour in turn (ipv4_link_failure in net/ipv4/route.c).
     */
    void forgetNeighbours() {
        for (int round = 0; round < 3; round++) {
            if (!forgotAny()) {
                return;
            }
        }
    }

    private boolean forgotAny() {
        var forgetting = netlink.dump(
                new Message(RTM_GETNEIGH, Message.NLM_F_DUMP)
                        .u8(0)
                        .u8(0)
                        .u16(0)
                        .u32(0)
                        .u16(0)
                        .u8(0)
                        .u8(0),
                reply -> (reply.u16(8) & NUD_NOARP_OR_PERMANENT) != 0
                        ? List.<Message>of()
                        : List.of(new Message(RTM_DELNEIGH, Message.NLM_F_ACK)
                                .u8(reply.u8(0))
                                .u8(0)
                                .u16(0)
                                .u32(reply.u32(4))
                                .u16(0)
                                .u8(0)
                                .u8(0)
                                .attribute(
                                        NDA_DST,
                                        reply.attributes(NDMSG).bytes(NDA_DST).orElse(NONE))));
        if (!forgetting.isEmpty()) {
            netlink.performAll(forgetting);
        }
        return !forgetting.isEmpty();
    }

    /** Whether the kernel has done what it does about IPv6 addresses behind our back. */
    boolean isSettled() {
        return Settling.isSettled(netlink);
    }

    /** Hears nothing from now on, but keeps the namespace alive. */
    void fallSilent() {
        try {
            datagrams.close();
            callers.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        fallSilent();
        netlink.close();
    }
}
