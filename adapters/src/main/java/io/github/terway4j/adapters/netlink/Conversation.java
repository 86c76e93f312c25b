package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The namespaces that one list of steps speaks of, each opened when it is first spoken of and let go at the end. */
final class Conversation implements AutoCloseable {
    private final Doorkeeper doorkeeper;
    private final Map<NetNs, OpenNamespace> open = new LinkedHashMap<>();

    Conversation(Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
    }

    /** @throws NoSuchNamespaceException if there is none */
    OpenNamespace in(NetNs ns) {
        return open.computeIfAbsent(ns, doorkeeper::open);
    }

    NetlinkSocket with(NetNs ns) {
        return in(ns).socket();
    }

    @Override
    public void close() {
        open.values().forEach(doorkeeper::letGo);
    }
}
