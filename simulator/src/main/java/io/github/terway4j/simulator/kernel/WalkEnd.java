package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;

/** How a packet's way ended. */
public sealed interface WalkEnd {
    NetNs ns();

    String words();

    /** Somebody in the namespace may have it; it came in by this link, or by loopback if it never left. */
    record Delivered(NetNs ns, LinkName link) implements WalkEnd {
        @Override
        public String words() {
            return "delivered in " + ns + " by " + link;
        }
    }

    record Dropped(NetNs ns, DropReason reason, String detail) implements WalkEnd {
        @Override
        public String words() {
            return "dropped in " + ns + ": " + detail;
        }
    }
}
