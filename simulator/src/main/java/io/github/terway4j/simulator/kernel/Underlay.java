package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.IpvlanMode;
import io.github.terway4j.domain.net.VlanId;
import java.util.Optional;

/** What a device sends by: a wire of its own, or the device that it stands on. */
sealed interface Underlay {
    record Wire() implements Underlay {}

    /** It shares its parent's hardware address; frames from outside are its if they are for one of its addresses. */
    record Slave(Device parent, Arp arp) implements Underlay {}

    /** What it sends carries the tag, and what comes with the tag is its. */
    record Tagged(Device parent, VlanId id) implements Underlay {}

    default Optional<Device> standsOn() {
        return switch (this) {
            case Wire _ -> Optional.empty();
            case Slave(var parent, var _) -> Optional.of(parent);
            case Tagged(var parent, var _) -> Optional.of(parent);
        };
    }

    default Underlay on(Device parent) {
        return switch (this) {
            case Wire wire -> wire;
            case Slave(var _, var arp) -> new Slave(parent, arp);
            case Tagged(var _, var id) -> new Tagged(parent, id);
        };
    }

    default Footing observed() {
        return switch (this) {
            case Wire _ -> new Footing.Itself();
            case Slave(var parent, var arp) -> new Footing.Ipvlan(parent.index(), IpvlanMode.L2, arp);
            case Tagged(var parent, var id) -> new Footing.Vlan(parent.index(), id);
        };
    }
}
