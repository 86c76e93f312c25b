package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import java.util.List;

/** Tells where packets would go. Nothing is changed by asking, and the same question has the same answer. */
public final class PacketWalk {
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
        return walk(from, source, destination, new Neighbourhood());
    }

    /** A packet and its answer, if it arrives anywhere: the answer goes back with the addresses swapped. */
    public RoundTrip roundTrip(NetNs from, Ip destination) {
        return roundTrip(from, Flow.unspecified(destination), destination);
    }

    /** A packet from this address, and its answer. */
    public RoundTrip roundTrip(NetNs from, Ip source, Ip destination) {
        var neighbourhood = new Neighbourhood();
        var there = walk(from, source, destination, neighbourhood);
        return switch (there.end()) {
            case WalkEnd.Dropped _ -> new RoundTrip.Unanswered(there);
            case WalkEnd.Delivered(var ns, var _) ->
                new RoundTrip.Answered(there, walk(ns, destination, there.source(), neighbourhood));
        };
    }

    private Walk walk(NetNs from, Ip source, Ip destination, Neighbourhood neighbourhood) {
        synchronized (namespaces) {
            return namespaces
                    .stack(from)
                    .map(stack -> Journey.of(stack, source, destination, neighbourhood))
                    .orElseGet(() -> nowhere(from, source, destination));
        }
    }

    private static Walk nowhere(NetNs from, Ip source, Ip destination) {
        var reason = DropReason.NO_SUCH_NAMESPACE;
        return new Walk(source, destination, List.of(), new WalkEnd.Dropped(from, reason, reason.words()));
    }
}
