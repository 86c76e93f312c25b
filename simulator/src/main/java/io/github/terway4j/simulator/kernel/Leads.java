package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.net.Ip;
import java.util.Optional;

/** Where a route leads: what we ask for ({@link NextHop}), and what the kernel makes for itself. */
sealed interface Leads {
    /** Up the stack: the address is one of this namespace's own. */
    record Here(Device device, Ip source) implements Leads {}

    /** To everybody on the link. */
    record Broadcast(Device device, Ip source) implements Leads {}

    /** To the neighbours of an address of ours, who are spoken to from that address. */
    record Connected(Device device, Ip source) implements Leads {}

    record Direct(Device device) implements Leads {}

    record Via(Device device, Ip gateway) implements Leads {}

    /** To nobody. */
    record Nowhere(Refusal how) implements Leads {}

    /** The device that it leads through, or that carries the address it leads to. */
    default Optional<Device> throughDevice() {
        return switch (this) {
            case Here here -> Optional.of(here.device);
            case Broadcast broadcast -> Optional.of(broadcast.device);
            case Connected connected -> Optional.of(connected.device);
            case Direct direct -> Optional.of(direct.device);
            case Via via -> Optional.of(via.device);
            case Nowhere _ -> Optional.empty();
        };
    }

    default boolean leadsThrough(Device device) {
        return throughDevice().filter(mine -> mine == device).isPresent();
    }

    default String words() {
        return switch (this) {
            case Here here -> "local dev " + here.device.name();
            case Broadcast broadcast -> "broadcast dev " + broadcast.device.name();
            case Connected connected -> "dev " + connected.device.name() + " src " + connected.source;
            case Direct direct -> "dev " + direct.device.name();
            case Via via -> "via " + via.gateway + " dev " + via.device.name();
            case Nowhere nowhere -> nowhere.how.words();
        };
    }
}
