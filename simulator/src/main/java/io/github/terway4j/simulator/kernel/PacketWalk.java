package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.Optional;

/** Tells where packets would go. Nothing is changed by asking, and the same question has the same answer. */
public final class PacketWalk {
    private static final Cidr LINK_LOCAL_V6 = Cidr.parse("fe80::/10");
    private static final int ETHERNET_HEADER = 14;

    private final SimulatedNamespaces namespaces;

    PacketWalk(SimulatedNamespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** A packet from whichever address the namespace would choose for a connection to the destination. */
    public Walk walk(NetNs from, Ip destination) {
        return walk(from, Flow.unspecified(destination), destination);
    }

    /** A packet from this address, which the sender must own. */
    public Walk walk(NetNs from, Ip source, Ip destination) {
        return walk(from, source, destination, Optional.empty(), new Neighbourhood());
    }

    /** A packet and its answer, if it arrives anywhere: the answer goes back with the addresses swapped. */
    public RoundTrip roundTrip(NetNs from, Ip destination) {
        return roundTrip(from, Flow.unspecified(destination), destination);
    }

    /** A packet from this address, and its answer. */
    public RoundTrip roundTrip(NetNs from, Ip source, Ip destination) {
        var neighbourhood = new Neighbourhood();
        var there = walk(from, source, destination, Optional.empty(), neighbourhood);
        return switch (there.end()) {
            case WalkEnd.Dropped _ -> new RoundTrip.Unanswered(there);
            case WalkEnd.Delivered(var ns, var by) -> {
                // An address that means something on one link only is answered on that link.
                var back = Optional.of(by).filter(_ -> LINK_LOCAL_V6.contains(there.source()));
                yield new RoundTrip.Answered(there, walk(ns, destination, there.source(), back, neighbourhood));
            }
        };
    }

    /**
     * So many packets, each as large as the first link carries, from whichever address the namespace would choose.
     *
     * @throws IllegalArgumentException if none would arrive
     */
    public Convoy convoy(NetNs from, Ip destination, int packets) {
        synchronized (namespaces) {
            var way = walk(from, destination);
            var leftBy = way.hops().stream()
                    .filter(Hop.Sent.class::isInstance)
                    .map(Hop.Sent.class::cast)
                    .flatMap(sent -> namespaces.stack(sent.ns()).flatMap(stack -> stack.device(sent.link())).stream())
                    .toList();
            if (!(way.end() instanceof WalkEnd.Delivered) || leftBy.isEmpty()) {
                throw new IllegalArgumentException("nothing crosses a wire: " + way.words());
            }
            return Convoy.of(way, leftBy, packets, leftBy.getFirst().mtuBytes() + ETHERNET_HEADER);
        }
    }

    private Walk walk(NetNs from, Ip source, Ip destination, Optional<LinkName> leaving, Neighbourhood neighbourhood) {
        synchronized (namespaces) {
            return namespaces
                    .stack(from)
                    .map(stack -> Journey.of(stack, source, destination, leaving, neighbourhood))
                    .orElseGet(() -> nowhere(from, source, destination));
        }
    }

    private static Walk nowhere(NetNs from, Ip source, Ip destination) {
        var reason = DropReason.NO_SUCH_NAMESPACE;
        return new Walk(source, destination, List.of(), new WalkEnd.Dropped(from, reason, reason.words()));
    }
}
