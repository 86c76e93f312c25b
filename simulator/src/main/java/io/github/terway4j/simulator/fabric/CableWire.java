package io.github.terway4j.simulator.fabric;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;

/** What a cable runs in. */
sealed interface CableWire {
    /** A wire of its own, which ends in a device of the node. */
    record Own() implements CableWire {}

    /** What carries this tag on another cable: the node makes of it what it likes, under the trunk's hardware address. */
    record Tagged(LinkName trunkEnd, Mac trunkMac, VlanId id) implements CableWire {}
}
