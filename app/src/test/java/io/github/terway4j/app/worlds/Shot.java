package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;

/**
 * What is sent to see where it ends.
 *
 * @param source all zero where the sender leaves it open
 */
record Shot(Kind kind, NetNs from, Ip source, Ip destination) {
    enum Kind {
        /** One UDP datagram: only the way there counts. */
        DATAGRAM,
        /** A TCP connection: the way back counts, too. */
        CONNECTION
    }

    boolean isBound() {
        return !source.equals(unspecified());
    }

    private Ip unspecified() {
        return new Ip(source.family(), 0, 0);
    }

    String words() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " out of " + from + (isBound() ? " from " + source : "")
                + " to " + destination;
    }
}
