package io.github.terway4j.app.worlds;

import io.github.terway4j.adapters.netlink.NamespaceVisitor;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Real packets, and who had them. */
final class Shooting {
    /** It arrives within some tens of microseconds, but not where others have the processor. */
    private static final Duration PATIENCE_WITH_ARRIVALS = Duration.ofMillis(400);

    private static final long A_MOMENT = 20_000;

    private final List<Residence> residents;
    private final Duration patience;
    private final Map<Integer, NetNs> hadDatagram = new TreeMap<>();

    Shooting(List<Residence> residents, Duration patience) {
        this.residents = residents;
        this.patience = patience;
    }

    /** @param foretold where they are thought to end: what is to arrive is waited for longer */
    List<Fate> fates(List<Shot> shots, List<Fate> foretold) {
        try {
            var fates = new ArrayList<Fate>();
            for (int i = 0; i < shots.size(); i++) {
                residents.forEach(Residence::forgetNeighbours);
                fates.add(fate(
                        shots.get(i),
                        i,
                        foretold.get(i) instanceof Fate.ArrivedIn ? PATIENCE_WITH_ARRIVALS : patience));
            }
            // What came later than anybody waited has come all the same.
            listen();
            hadDatagram.forEach((number, ns) -> fates.set(number, new Fate.ArrivedIn(ns)));
            return fates;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Fate fate(Shot shot, int number, Duration patience) throws IOException {
        return switch (shot.kind()) {
            case DATAGRAM -> datagram(shot, number, patience);
            case CONNECTION -> connection(shot, patience);
        };
    }

    private Fate datagram(Shot shot, int number, Duration patience) throws IOException {
        try (var channel = NamespaceVisitor.in(shot.from(), () -> DatagramChannel.open(family(shot)))) {
            try {
                if (shot.isBound()) {
                    channel.bind(socketAddress(shot.source(), 0));
                }
                channel.connect(socketAddress(shot.destination(), Residence.PORT));
            } catch (SocketException refusal) {
                return new Fate.NotSent(reason(refusal));
            }
            try {
                channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
            } catch (IOException lost) {
                return new Fate.Lost();
            }
            long deadline = System.nanoTime() + patience.toNanos();
            do {
                listen();
            } while (!hadDatagram.containsKey(number) && isBefore(deadline));
            return new Fate.Lost();
        }
    }

    private void listen() throws IOException {
        for (var resident : residents) {
            for (var number = resident.datagram(); number.isPresent(); number = resident.datagram()) {
                hadDatagram.put(number.get(), resident.ns());
            }
        }
    }

    private Fate connection(Shot shot, Duration patience) throws IOException {
        try (var channel = NamespaceVisitor.in(shot.from(), () -> SocketChannel.open(family(shot)))) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            try {
                if (shot.isBound()) {
                    channel.bind(socketAddress(shot.source(), 0));
                }
                channel.connect(socketAddress(shot.destination(), Residence.PORT));
            } catch (SocketException refusal) {
                return new Fate.NotSent(reason(refusal));
            }
            long deadline = System.nanoTime() + patience.toNanos();
            boolean connected = false;
            do {
                try {
                    connected = connected || channel.finishConnect();
                } catch (IOException lost) {
                    return new Fate.Lost();
                }
                var answerer = connected ? answerer(port(channel)) : Optional.<NetNs>empty();
                if (answerer.isPresent()) {
                    return new Fate.ArrivedIn(answerer.get());
                }
            } while (isBefore(deadline));
            return new Fate.Lost();
        }
    }

    private static int port(SocketChannel channel) throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private Optional<NetNs> answerer(int port) throws IOException {
        for (var resident : residents) {
            for (var caller = resident.caller(); caller.isPresent(); caller = resident.caller()) {
                if (caller.get() == port) {
                    return Optional.of(resident.ns());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(long deadline) {
        LockSupport.parkNanos(A_MOMENT);
        return System.nanoTime() < deadline;
    }

    /** The JDK keeps the kernel's words, and nothing else of its number. */
    private static Fate.Reason reason(SocketException refusal) {
        var words = String.valueOf(refusal.getMessage());
        if (words.contains("Network is unreachable")) {
            return Fate.Reason.NO_ROUTE;
        } else if (words.contains("No route to host") || words.contains("Host is unreachable")) {
            return Fate.Reason.UNREACHABLE;
        } else if (words.contains("Invalid argument")) {
            return Fate.Reason.INVALID;
        } else if (words.contains("Cannot assign requested address")) {
            return Fate.Reason.SOURCE;
        } else if (words.contains("Permission denied")) {
            return Fate.Reason.FORBIDDEN;
        }
        System.err.println("refused for another reason: " + refusal);
        return Fate.Reason.OTHER;
    }

    private static ProtocolFamily family(Shot shot) {
        return shot.destination().family() == IpFamily.V4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    private static InetSocketAddress socketAddress(Ip ip, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(ip.bytes()), port);
    }
}
