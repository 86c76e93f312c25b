package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One end of a unix stream connection, over which descriptors can be passed beside bytes (unix(7), SCM_RIGHTS). For one
 * thread at a time.
 */
public final class UnixConnection implements AutoCloseable {
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SO_PEERCRED = 17;
    private static final int SHUT_WR = 1;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;

    private final Fd fd;
    private final MessageFrame frame = new MessageFrame();

    UnixConnection(Fd fd) {
        this.fd = fd;
    }

    /** Who is at the other end, as the kernel knew them when they connected. */
    public record Peer(int pid, int uid, int gid) {}

    /** What one look brought: so many bytes, none at the end of the stream, and descriptors that are now ours to close. */
    public record Received(int bytes, List<Fd> descriptors) {
        public Received {
            descriptors = List.copyOf(descriptors);
        }
    }

    public static UnixConnection connect(Path path) {
        var address = UnixAddress.of(path);
        var fd = socket();
        try {
            Native.call(
                    "connect " + path,
                    () -> C.connect(fd.number(), address.bytes().address(), address.length()));
            return new UnixConnection(fd);
        } catch (ErrnoException failure) {
            fd.close();
            throw failure;
        }
    }

    static Fd socket() {
        return new Fd(Native.call("socket", () -> C.socket(UnixAddress.AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)));
    }

    public Peer peer() {
        // struct ucred, and behind it its length
        var answer = NativeBuffer.ofSize(4 * Integer.BYTES);
        answer.bytes().putInt(3 * Integer.BYTES, 3 * Integer.BYTES);
        Native.call(
                "getsockopt",
                () -> C.getsockopt(
                        fd.number(),
                        SocketTimeouts.SOL_SOCKET,
                        SO_PEERCRED,
                        answer.address(),
                        answer.address(3 * Integer.BYTES)));
        return new Peer(
                answer.bytes().getInt(0),
                answer.bytes().getInt(4),
                answer.bytes().getInt(8));
    }

    /** How long a single look or send may wait before it throws an exception that {@link ErrnoException#timedOut}. */
    public void timeout(Duration limit) {
        var scratch = NativeBuffer.ofSize(SocketTimeouts.TIMEVAL_SIZE);
        // Zero would mean for ever.
        long millis = Math.max(1, limit.toMillis());
        SocketTimeouts.set(fd, scratch, SocketTimeouts.SO_RCVTIMEO, millis);
        SocketTimeouts.set(fd, scratch, SocketTimeouts.SO_SNDTIMEO, millis);
    }

    /**
     * Waits for bytes and puts them into the buffer, which must have room; advances its position.
     *
     * @throws IllegalStateException if more descriptors came along than anybody has reason to send; none stays open
     */
    public Received receive(ByteBuffer into) {
        if (!into.hasRemaining()) {
            throw new IllegalArgumentException("no room to receive anything");
        }
        frame.prepareToReceive(into.remaining());
        int bytes = (int) Native.callLong("recvmsg", () -> C.recvmsg(fd.number(), frame.address(), MSG_CMSG_CLOEXEC));
        var descriptors = frame.descriptors();
        if (frame.descriptorsWereCut()) {
            descriptors.forEach(Fd::close);
            throw new IllegalStateException(
                    "more than " + MessageFrame.MOST_DESCRIPTORS + " descriptors in one message");
        }
        frame.copyData(into, bytes);
        return new Received(bytes, descriptors);
    }

    /** Sends all that remains in the buffer. */
    public void send(ByteBuffer from) {
        send(from, List.of());
    }

    /** Sends all that remains in the buffer, at least one byte, and copies of the descriptors with its first part. */
    public void send(ByteBuffer from, List<Fd> descriptors) {
        var toPass = descriptors;
        while (from.hasRemaining()) {
            int part = frame.prepareToSend(from, toPass);
            int sent = (int) Native.callLong("sendmsg", () -> C.sendmsg(fd.number(), frame.address(), MSG_NOSIGNAL));
            from.position(from.position() - (part - sent));
            toPass = List.of();
        }
    }

    /** Tells the other end that nothing more will come; what it says can still be received. */
    public void finishSending() {
        Native.call("shutdown", () -> C.shutdown(fd.number(), SHUT_WR));
    }

    @Override
    public void close() {
        fd.close();
    }
}
