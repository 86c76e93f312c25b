package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.nlmsg.NetlinkSocket;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The namespaces that one list of steps speaks of, each opened when it is first spoken of and closed at the end. */
final class Conversation implements AutoCloseable {
    private final Map<NetNs, OpenNamespace> open = new LinkedHashMap<>();

    /** @throws NoSuchNamespaceException if there is none */
    OpenNamespace in(NetNs ns) {
        return open.computeIfAbsent(ns, OpenNamespace::at);
    }

    NetlinkSocket with(NetNs ns) {
        return in(ns).socket();
    }

    @Override
    public void close() {
        open.values().forEach(OpenNamespace::close);
    }
}
