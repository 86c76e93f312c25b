package io.github.terway4j.adapters.syscall;

import static io.github.terway4j.adapters.syscall.Native.C;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A unix stream socket that waits for callers. */
public final class UnixListener implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SHUT_RDWR = 2;

    private final Path path;
    private final Fd fd;
    /** Held in {@link #accept}, so that the descriptor's number is not given away while a thread waits on it. */
    private final ReentrantLock accepting = new ReentrantLock();

    private volatile boolean closed;

    private UnixListener(Path path, Fd fd) {
        this.path = path;
        this.fd = fd;
    }

    /**
     * Listens at the path. A socket file left behind by a listener that is gone is taken over; one at which somebody
     * listens, or that is no socket, is refused with EADDRINUSE.
     *
     * @param permissions of the socket file, in force before the first caller can connect
     */
    public static UnixListener listen(Path path, Set<PosixFilePermission> permissions) {
        var fd = UnixConnection.socket();
        try {
            bind(fd, path);
            Files.setPosixFilePermissions(path, permissions);
            // Nobody can connect before this, so nobody gets in by the permissions that bind left.
            Native.call("listen " + path, () -> C.listen(fd.number(), BACKLOG));
            return new UnixListener(path, fd);
        } catch (IOException failure) {
            fd.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            fd.close();
            throw failure;
        }
    }

    /** Waits for the next caller; empty once closed. For one thread at a time. */
    public Optional<UnixConnection> accept() {
        accepting.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            int caller = Native.call("accept " + path, () -> C.accept4(fd.number(), 0, 0, SOCK_CLOEXEC));
            return Optional.of(new UnixConnection(new Fd(caller)));
        } catch (ErrnoException failure) {
            if (closed) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            accepting.unlock();
        }
    }

    /** Turns callers away, wakes the thread in {@link #accept}, and removes the socket file. From any thread, once or more. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        C.shutdown(fd.number(), SHUT_RDWR);
        accepting.lock();
        try {
            Files.deleteIfExists(path);
        } catch (IOException leftBehind) {
            // The next listener takes the file over.
        } finally {
            fd.close();
            accepting.unlock();
        }
    }

    private static void bind(Fd fd, Path path) {
        var address = UnixAddress.of(path);
        try {
            Native.call(
                    "bind " + path, () -> C.bind(fd.number(), address.bytes().address(), address.length()));
        } catch (ErrnoException failure) {
            if (!failure.is(Errno.EADDRINUSE) || !abandoned(path)) {
                throw failure;
            }
            Native.call(
                    "bind " + path, () -> C.bind(fd.number(), address.bytes().address(), address.length()));
        }
    }

    /** Whether a socket stood there at which nobody listened; it is removed then. */
    private static boolean abandoned(Path path) {
        try (var _ = UnixConnection.connect(path)) {
            return false;
        } catch (ErrnoException refusal) {
            return refusal.is(Errno.ECONNREFUSED) && removed(path);
        }
    }

    private static boolean removed(Path path) {
        try {
            boolean isSocket = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS)
                    .isOther();
            return isSocket && Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
