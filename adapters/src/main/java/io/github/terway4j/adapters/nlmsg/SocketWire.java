package io.github.terway4j.adapters.nlmsg;

import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.NativeBuffer;
import io.github.terway4j.adapters.syscall.RawSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A netlink socket. */
final class SocketWire implements Wire {
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;
    /** The kernel answers before a send returns; who still waits has asked for an answer that does not come. */
    private static final long PATIENCE_MILLIS = 10_000;

    private static final int OUT_SIZE = 32 * 1024;
    /** The kernel fills at most 32 KiB at a time with a dump, and more only with a single message that is longer. */
    private static final int IN_SIZE = 64 * 1024;

    /** Memory of closed sockets: to get new from the system takes longer than to wire half a pod. */
    private static final ConcurrentLinkedDeque<Memory> SPARE = new ConcurrentLinkedDeque<>();

    private final Memory memory;
    private final RawSocket socket;

    private record Memory(NativeBuffer out, NativeBuffer in, NativeBuffer scratch) {}

    private SocketWire(Memory memory, RawSocket socket) {
        this.memory = memory;
        this.socket = socket;
    }

    /** Opened in the calling thread's namespace. */
    static SocketWire open(int protocol) {
        var spare = SPARE.poll();
        var memory = spare != null
                ? spare
                : new Memory(
                        NativeBuffer.ofSize(OUT_SIZE),
                        NativeBuffer.ofSize(IN_SIZE),
                        NativeBuffer.ofSize(RawSocket.SCRATCH_SIZE));
        var wire = new SocketWire(memory, RawSocket.netlink(protocol, memory.scratch()));
        try {
            wire.configure();
            return wire;
        } catch (ErrnoException failure) {
            wire.close();
            throw failure;
        }
    }

    private void configure() {
        socket.setOption(SOL_NETLINK, NETLINK_CAP_ACK, 1);
        socket.setOption(SOL_NETLINK, NETLINK_EXT_ACK, 1);
        try {
            socket.setOption(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1);
        } catch (ErrnoException refusal) {
            // Linux before 4.20 lists everything whatever was asked for, and whoever asks sorts it out anyway.
            if (!refusal.is(Errno.ENOPROTOOPT)) {
                throw refusal;
            }
        }
        socket.receiveTimeoutMillis(PATIENCE_MILLIS);
    }

    @Override
    public ByteBuffer out() {
        return memory.out().bytes().clear();
    }

    @Override
    public void send() {
        socket.send(memory.out(), memory.out().bytes().position());
    }

    @Override
    public ByteBuffer receive() {
        int length = socket.receive(memory.in());
        if (length > IN_SIZE) {
            throw new MalformedMessageException("a datagram of " + length + " bytes");
        }
        return memory.in().bytes().clear().limit(length);
    }

    @Override
    public int linkIndex(String name) {
        return socket.linkIndex(name);
    }

    @Override
    public void close() {
        socket.close();
        SPARE.push(memory);
    }
}
