package io.github.terway4j.domain.datapath;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;

/** Where a route leads. */
public sealed interface NextHop {
    String words();

    /** Straight out of the link: the destination is a neighbour there. */
    record Direct(LinkName link) implements NextHop {
        @Override
        public String words() {
            return "dev " + link + " scope link";
        }
    }

    /** To a gateway, taken to be a neighbour on the link whatever its addresses say ({@code onlink}). */
    record Via(Ip gateway, LinkName link) implements NextHop {
        @Override
        public String words() {
            return "via " + gateway + " dev " + link + " onlink";
        }
    }

    /** Nowhere: packets are dropped without a word. */
    record Blackhole() implements NextHop {
        @Override
        public String words() {
            return "blackhole";
        }
    }
}
