package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.NetNs;

/** Where a shot ended. */
sealed interface Fate {
    /** Somebody in this namespace had it, and of a connection the caller had the answer. */
    record ArrivedIn(NetNs ns) implements Fate {}

    /** It never left: the sender was told why at once. */
    record NotSent(Reason reason) implements Fate {}

    /** Nobody had it, or the answer did not come back. */
    record Lost() implements Fate {}

    /** How connecting fails at once (connect(2), bind(2)). */
    enum Reason {
        /** ENETUNREACH. */
        NO_ROUTE,
        /** EINVAL: a blackhole, or a source that cannot leave. */
        INVALID,
        /** EADDRNOTAVAIL: the source is not ours, or there is none. */
        SOURCE,
        /** EHOSTUNREACH. */
        UNREACHABLE,
        /** EACCES: a broadcast address, or a route says so. */
        FORBIDDEN,
        OTHER
    }
}
