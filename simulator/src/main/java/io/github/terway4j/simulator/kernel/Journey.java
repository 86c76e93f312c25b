package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One packet under way. It ends, because forwarding makes it older and it lives for 64 hops. */
final class Journey {
    private final Neighbourhood neighbourhood;
    private final List<Hop> hops = new ArrayList<>();
    private Ip source;

    private Journey(Neighbourhood neighbourhood, Ip source) {
        this.neighbourhood = neighbourhood;
        this.source = source;
    }

    /** From a namespace; a source of all zero is chosen there. */
    static Walk of(Stack from, Ip source, Ip destination, Optional<LinkName> leaving, Neighbourhood neighbourhood) {
        var journey = new Journey(neighbourhood, source);
        var end = journey.begin(from, Packet.fresh(source, destination), leaving);
        return new Walk(journey.source, destination, journey.hops, end);
    }

    private WalkEnd begin(Stack from, Packet packet, Optional<LinkName> leaving) {
        return switch (new OutputRouting(from, leaving).decide(packet)) {
            case Decision.Drop drop -> dropped(from.ns(), drop);
            case Decision.Deliver(var by, var chosen) -> {
                source = chosen;
                routed(from.ns(), by);
                yield new WalkEnd.Delivered(from.ns(), Device.LOOPBACK);
            }
            case Decision.Send send -> {
                source = send.source();
                yield send(send, packet.from(source));
            }
        };
    }

    private WalkEnd send(Decision.Send send, Packet packet) {
        var out = send.out();
        var ns = out.stack().ns();
        routed(ns, send.by());
        if (!out.up() || !out.hasCarrier()) {
            return dropped(ns, DropReason.LINK_DOWN, "link " + out.name() + " is down or has no carrier");
        }
        var mac = neighbourhood.find(out, send.neighbour(), packet);
        if (mac.isEmpty()) {
            var words = "nobody answers for " + send.neighbour() + " on " + out.name();
            return dropped(ns, DropReason.NEIGHBOUR_UNREACHABLE, words);
        }
        hops.add(new Hop.Sent(ns, out.name(), send.neighbour(), mac.get()));
        return switch (Carriage.send(out, Frame.untagged(mac.get(), packet))) {
            case Arrival.By(var in) -> receive(in, packet);
            case Arrival.Lost(var at, var reason, var words) ->
                dropped(at.stack().ns(), reason, words);
        };
    }

    private WalkEnd receive(Device in, Packet packet) {
        var ns = in.stack().ns();
        hops.add(new Hop.Received(ns, in.name()));
        return switch (InputRouting.decide(in, packet)) {
            case Decision.Drop drop -> dropped(ns, drop);
            case Decision.Deliver(var by, var _) -> {
                routed(ns, by);
                yield new WalkEnd.Delivered(ns, in.name());
            }
            case Decision.Send send ->
                packet.timeToLive() <= 1
                        ? dropped(ns, DropReason.TTL_EXCEEDED, DropReason.TTL_EXCEEDED.words())
                        : send(send, packet.aged());
        };
    }

    private void routed(NetNs ns, Finding.Found by) {
        hops.add(new Hop.Routed(ns, by.priority(), by.table(), by.route().words()));
    }

    private static WalkEnd dropped(NetNs ns, Decision.Drop drop) {
        return dropped(ns, drop.reason(), drop.words());
    }

    private static WalkEnd dropped(NetNs ns, DropReason reason, String words) {
        return new WalkEnd.Dropped(ns, reason, words);
    }
}
