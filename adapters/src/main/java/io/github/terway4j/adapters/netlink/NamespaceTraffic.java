package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.Sighting;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.ports.out.WatchedTraffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Real TCP between namespaces, with the JDK's own sockets: each is opened by a thread that visits its namespace, and
 * stays there.
 */
public final class NamespaceTraffic implements Traffic, WatchedTraffic {
    private static final int ANY_PORT = 0;

    private final Duration patience;

    /** @param patience how long an exchange may take from the first packet to the last byte */
    public NamespaceTraffic(Duration patience) {
        this.patience = patience;
    }

    /** The one that answers listens on all addresses of its namespace, at a port of the kernel's choice. */
    @Override
    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int bytes) {
        return exchange(from, to, address, ANY_PORT, ANY_PORT, bytes);
    }

    /**
     * The same where something in between translates: the caller speaks to {@code port} of the address, and the one that
     * answers listens at another port.
     */
    public TrafficOutcome exchange(NetNs from, NetNs to, Ip address, int port, int listening, int bytes) {
        return exchange(from, to, address, port, listening, bytes, _ -> {});
    }

    @Override
    public Sighting watch(NetNs from, NetNs to, Ip address, int bytes, NetNs between) {
        var seen = new AtomicReference<Ip>(address);
        var before = LinkCounters.of(between);
        return switch (exchange(from, to, address, ANY_PORT, ANY_PORT, bytes, seen::set)) {
            case TrafficOutcome.Arrived() ->
                new Sighting.Arrived(seen.get(), LinkCounters.since(before, LinkCounters.of(between)));
            case TrafficOutcome.Lost(var words) -> new Sighting.Lost(words);
        };
    }

    private TrafficOutcome exchange(
            NetNs from, NetNs to, Ip address, int port, int listening, int bytes, Consumer<Ip> seen) {
        var family = family(address);
        try (var server = NamespaceVisitor.in(to, () -> ServerSocketChannel.open(family));
                var client = NamespaceVisitor.in(from, () -> SocketChannel.open(family))) {
            server.bind(listening == ANY_PORT ? null : new InetSocketAddress(listening));
            var target = new InetSocketAddress(
                    InetAddress.getByAddress(address.bytes()),
                    port == ANY_PORT ? server.socket().getLocalPort() : port);
            return new TcpExchange(client, server, bytes, seen).run(target, patience);
        } catch (NoSuchNamespaceException none) {
            return new TrafficOutcome.Lost(none.words());
        } catch (UncheckedIOException | IOException | ErrnoException failure) {
            return new TrafficOutcome.Lost("opening sockets: " + failure.getMessage());
        }
    }

    private static ProtocolFamily family(Ip address) {
        return switch (address.family()) {
            case V4 -> StandardProtocolFamily.INET;
            case V6 -> StandardProtocolFamily.INET6;
        };
    }
}
