package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import java.util.Optional;

/** How veth pairs come and go. */
final class VethPairs {
    private static final String KIND = "veth";

    private VethPairs() {}

    /** Makes a pair where nothing stands in the way; the kernel registers the peer first. */
    static void create(Stack here, Stack there, VethPair pair) {
        var inside = Segment.pair();
        there.add(pair.peerName(), KIND, pair.peerMac(), pair.mtu().bytes(), inside);
        here.add(pair.name(), KIND, pair.mac(), pair.mtu().bytes(), inside).mark(pair.alias());
    }

    /** Whether the link is the first end of this very pair, whatever its MTU. A mark may still be missing. */
    static boolean isFirstEndOf(Device device, VethPair pair) {
        return device.mac().equals(pair.mac())
                && (device.alias().equals(pair.alias()) || device.alias().isEmpty())
                && device.peer().filter(peer -> isPeerOf(peer, pair)).isPresent();
    }

    /** Deletes a link and what stands on it, and with one end of a pair the other. */
    static void delete(Device device) {
        Optional<Device> peer = device.peer();
        remove(device);
        peer.ifPresent(VethPairs::remove);
    }

    private static void remove(Device device) {
        device.standing().forEach(VethPairs::delete);
        device.stand(new Underlay.Wire());
        device.stack().remove(device);
    }

    private static boolean isPeerOf(Device peer, VethPair pair) {
        return peer.name().equals(pair.peerName())
                && peer.mac().equals(pair.peerMac())
                && peer.stack().ns().equals(pair.peerNs());
    }
}
