package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An open file descriptor that we own and close once. While it is open, the kernel also knows it as {@link #path}.
 *
 * <p>Closing it while another thread is in a call with it is the caller's mistake: the number may by then be another
 * file's.
 */
public final class Fd implements AutoCloseable {
    private static final int O_WRONLY = 1;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;

    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    Fd(int number) {
        this.number = number;
    }

    /** Opens what is there, without waiting if it should be a pipe. */
    public static Fd openForReading(String path) {
        return new Fd(Native.call("open " + path, () -> C.open(path, O_NONBLOCK | O_CLOEXEC)));
    }

    /** Opens what is there, and creates nothing. */
    public static Fd openForWriting(String path) {
        return new Fd(Native.call("open " + path, () -> C.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)));
    }

    public int number() {
        if (closed.get()) {
            throw new IllegalStateException("descriptor " + number + " is closed");
        }
        return number;
    }

    /** The file behind the descriptor, for whoever in this process wants to open it by name. */
    public String path() {
        return "/proc/self/fd/" + number();
    }

    /** Reads into the buffer from its start; how many bytes there were, 0 at the end. */
    public int read(NativeBuffer into) {
        return (int) Native.callLong("read", () -> C.read(number(), into.address(), into.size()));
    }

    /** Writes the first bytes of the buffer in one call; how many were taken. */
    public int write(NativeBuffer from, int length) {
        return (int) Native.callLong("write", () -> C.write(number(), from.address(), length));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Linux has let go of the descriptor whatever close answers, so there is nothing to do about a refusal.
            C.close(number);
        }
    }

    @Override
    public String toString() {
        return closed.get() ? "closed fd " + number : "fd " + number;
    }
}
