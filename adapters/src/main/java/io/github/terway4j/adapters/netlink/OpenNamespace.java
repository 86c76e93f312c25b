package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.adapters.nlmsg.Visit;
import io.github.terway4j.adapters.syscall.Errno;
import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A network namespace held by a descriptor, so that it cannot become another under our hands, and a socket in it. For
 * one platform thread at a time.
 */
final class OpenNamespace implements AutoCloseable {
    /** How opening the path of something that is not there fails. Any other failure says nothing about that. */
    private static final Set<Errno> NOT_THERE =
            EnumSet.of(Errno.ENOENT, Errno.ENOTDIR, Errno.ESRCH, Errno.ENXIO, Errno.ELOOP);

    private final NetNs ns;
    private final Fd fd;
    private final NetlinkSocket socket;

    private OpenNamespace(NetNs ns, Fd fd, NetlinkSocket socket) {
        this.ns = ns;
        this.fd = fd;
        this.socket = socket;
    }

    /**
     * Goes there once, to open a socket.
     *
     * @throws NoSuchNamespaceException if there is nothing at its path, or something else
     */
    static OpenNamespace at(NetNs ns) {
        var fd = fd(ns);
        try {
            return new OpenNamespace(ns, fd, visited(ns, fd, () -> NetlinkSocket.open(NetlinkSocket.NETLINK_ROUTE)));
        } catch (RuntimeException | Error failure) {
            fd.close();
            throw failure;
        }
    }

    NetNs ns() {
        return ns;
    }

    NetlinkSocket socket() {
        return socket;
    }

    int fdNumber() {
        return fd.number();
    }

    /** Does the work in the namespace. */
    <T> T visit(Supplier<T> work) {
        return visited(ns, fd, work);
    }

    @Override
    public void close() {
        socket.close();
        fd.close();
    }

    static Fd fd(NetNs ns) {
        try {
            return Fd.openForReading(ns.path());
        } catch (ErrnoException failure) {
            if (Errno.of(failure.number()).filter(NOT_THERE::contains).isPresent()) {
                throw new NoSuchNamespaceException(ns, failure.words());
            }
            throw failure;
        }
    }

    static <T> T visited(NetNs ns, Fd fd, Supplier<T> work) {
        try {
            return Visit.to(fd, work);
        } catch (ErrnoException failure) {
            if ("setns".equals(failure.call()) && failure.is(Errno.EINVAL)) {
                throw new NoSuchNamespaceException(ns, ns + " is not a network namespace");
            }
            throw failure;
        }
    }
}
