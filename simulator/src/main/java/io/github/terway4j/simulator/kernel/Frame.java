package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;

/**
 * A packet on a wire.
 *
 * @param tag the number of its 802.1Q tag; zero for none
 */
record Frame(Mac to, Packet packet, int tag) {
    private static final int NONE = 0;

    static Frame untagged(Mac to, Packet packet) {
        return new Frame(to, packet, NONE);
    }

    boolean isTagged() {
        return tag != NONE;
    }

    Frame tagged(VlanId id) {
        return new Frame(to, packet, id.number());
    }

    Frame bare() {
        return new Frame(to, packet, NONE);
    }
}
