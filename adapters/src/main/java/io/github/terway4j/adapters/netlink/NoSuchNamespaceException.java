package io.github.terway4j.adapters.netlink;

import io.github.terway4j.domain.datapath.NetNs;

/** There is no network namespace of that name. Ends in an outcome at the edge of this package. */
final class NoSuchNamespaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient NetNs ns;

    NoSuchNamespaceException(NetNs ns, String words) {
        super(words);
        this.ns = ns;
    }

    NetNs ns() {
        return ns;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
