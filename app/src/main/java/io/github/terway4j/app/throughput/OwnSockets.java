package io.github.terway4j.app.throughput;

import io.github.terway4j.adapters.netlink.NamespaceVisitor;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** The JDK's sockets, opened in the namespaces. */
final class OwnSockets implements Meter {
    private static final int BUFFER_BYTES = 1 << 18;

    /** In the beginning TCP feels its way, and a burst passes unhindered. */
    private static final int WARM_UP_PARTS = 4;

    @Override
    public String name() {
        return "sockets of this program";
    }

    @Override
    public double goodput(NetNs from, NetNs to, Ip address, Duration length) throws IOException {
        var family = address.family() == IpFamily.V4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        try (var server = listening(to, family)) {
            var port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            try (var sender = NamespaceVisitor.in(from, () -> SocketChannel.open(family))) {
                sender.connect(new InetSocketAddress(InetAddress.getByAddress(address.bytes()), port));
                try (var receiver = server.accept()) {
                    Thread.ofPlatform().daemon().name("flood").start(() -> flood(sender));
                    read(receiver, length.dividedBy(WARM_UP_PARTS));
                    return read(receiver, length);
                }
            }
        }
    }

    private static ServerSocketChannel listening(NetNs ns, ProtocolFamily family) throws IOException {
        return NamespaceVisitor.in(ns, () -> ServerSocketChannel.open(family)).bind(null);
    }

    /** Until it is hung up on. */
    private static void flood(SocketChannel channel) {
        var zeroes = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (channel.write(zeroes.clear()) >= 0) {
                // There is always more.
            }
        } catch (IOException over) {
            // So it ends each time.
        }
    }

    private static double read(ReadableByteChannel channel, Duration length) throws IOException {
        var buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        long begun = System.nanoTime();
        long now = begun;
        long bytes = 0;
        while (now - begun < length.toNanos()) {
            int read = channel.read(buffer.clear());
            if (read < 0) {
                throw new IOException("the sender hung up");
            }
            bytes += read;
            now = System.nanoTime();
        }
        return bytes * 8e9 / (now - begun);
    }
}
