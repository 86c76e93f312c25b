package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.NetNs;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Opens namespaces, and keeps those open that are spoken of in every conversation: the host's. All others are closed at
 * once, because whoever holds a pod's namespace keeps it alive.
 */
final class Doorkeeper implements AutoCloseable {
    private final List<NetNs> toKeep;
    private final ConcurrentLinkedDeque<OpenNamespace> kept = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Doorkeeper(List<NetNs> toKeep) {
        this.toKeep = List.copyOf(toKeep);
    }

    /** For the caller alone, until {@link #letGo}. */
    OpenNamespace open(NetNs ns) {
        if (toKeep.contains(ns)) {
            for (var candidate : kept) {
                if (candidate.ns().equals(ns) && kept.remove(candidate)) {
                    return candidate;
                }
            }
        }
        return OpenNamespace.at(ns);
    }

    void letGo(OpenNamespace namespace) {
        if (toKeep.contains(namespace.ns()) && !closed) {
            kept.push(namespace);
        } else {
            namespace.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var namespace = kept.poll(); namespace != null; namespace = kept.poll()) {
            namespace.close();
        }
    }
}
