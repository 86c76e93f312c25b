package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One connection: the caller sends a pattern, and the one that answers sends another once it has the first whole. */
final class TcpExchange {
    private static final long CALLERS_SEED = 1;
    private static final long ANSWERERS_SEED = 2;

    private final SocketChannel client;
    private final ServerSocketChannel server;
    private final int bytes;
    private final Consumer<Ip> seen;

    /** What the caller is about, for who asks where it ended. */
    private volatile String stage = "connecting";

    /** @param seen is told who the one that answers has before it */
    TcpExchange(SocketChannel client, ServerSocketChannel server, int bytes, Consumer<Ip> seen) {
        this.client = client;
        this.server = server;
        this.bytes = bytes;
        this.seen = seen;
    }

    /** Whoever still waits when patience ends does so until the sockets are closed. */
    TrafficOutcome run(SocketAddress target, Duration patience) throws IOException {
        // What goes wrong there shows here as a connection that ends.
        var _ = start("answer", this::answer);
        var calling = start("call " + target, () -> call(target));
        try {
            return calling.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silence) {
            return new TrafficOutcome.Lost(stage + ": nothing within " + patience.toMillis() + " ms");
        } catch (ExecutionException failure) {
            return new TrafficOutcome.Lost(stage + ": " + failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new TrafficOutcome.Lost(stage + ": interrupted");
        }
    }

    private TrafficOutcome call(SocketAddress target) throws IOException {
        client.connect(target);
        stage = "sending";
        send(client, CALLERS_SEED);
        stage = "waiting for the answer";
        return arrivedWhole(client, ANSWERERS_SEED)
                ? new TrafficOutcome.Arrived()
                : new TrafficOutcome.Lost("the answer is not what was sent");
    }

    private boolean answer() throws IOException {
        try (var caller = server.accept()) {
            // Before the answer is sent: who has it whole may ask whom we saw.
            if (caller.getRemoteAddress() instanceof InetSocketAddress peer) {
                seen.accept(Ip.of(peer.getAddress().getAddress()));
            }
            boolean whole = arrivedWhole(caller, CALLERS_SEED);
            // What arrived broken is answered by hanging up.
            if (whole) {
                send(caller, ANSWERERS_SEED);
            }
            return whole;
        }
    }

    private void send(SocketChannel channel, long seed) throws IOException {
        for (var rest = pattern(seed); rest.hasRemaining(); ) {
            channel.write(rest);
        }
    }

    private boolean arrivedWhole(SocketChannel channel, long seed) throws IOException {
        var arrived = ByteBuffer.allocate(bytes);
        while (arrived.hasRemaining()) {
            if (channel.read(arrived) < 0) {
                throw new EOFException(arrived.remaining() + " of " + bytes + " bytes are missing");
            }
        }
        return arrived.flip().equals(pattern(seed));
    }

    private ByteBuffer pattern(long seed) {
        var pattern = new byte[bytes];
        new Random(seed).nextBytes(pattern);
        return ByteBuffer.wrap(pattern);
    }

    private static <T> FutureTask<T> start(String name, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }
}
