package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;

/** Something that happened to a packet on its way. */
public sealed interface Hop {
    NetNs ns();

    String words();

    /** The rule of this priority led to this table, which had this route. */
    record Routed(NetNs ns, int rulePriority, int table, String route) implements Hop {
        @Override
        public String words() {
            return ns + ": rule " + rulePriority + ", table " + table + ": " + route;
        }
    }

    /** It left by a link, for a neighbour there and its hardware address. */
    record Sent(NetNs ns, LinkName link, Ip neighbour, Mac mac) implements Hop {
        @Override
        public String words() {
            return ns + ": out of " + link + " to " + neighbour + " (" + mac + ")";
        }
    }

    record Received(NetNs ns, LinkName link) implements Hop {
        @Override
        public String words() {
            return ns + ": in by " + link;
        }
    }
}
