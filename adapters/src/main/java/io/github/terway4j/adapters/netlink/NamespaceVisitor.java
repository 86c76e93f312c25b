package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.NetNs;
import java.util.concurrent.Callable;

/** Does something inside a network namespace that no {@link NetlinkKernel} does: what is rare, or a demonstration. */
public final class NamespaceVisitor {
    private NamespaceVisitor() {}

    /**
     * What the work returns, done by a thread of its own in that namespace. Threads that the work starts begin there too,
     * and sockets that it opens stay there.
     *
     * @throws RuntimeException if there is no such namespace; and what the work throws, wrapped if it is checked
     */
    public static <T> T in(NetNs ns, Callable<T> work) {
        return PlatformThreads.runInOneOfItsOwn("in " + ns, () -> {
            try (var fd = OpenNamespace.fd(ns)) {
                return OpenNamespace.visited(ns, fd, () -> PlatformThreads.call(work));
            }
        });
    }
}
