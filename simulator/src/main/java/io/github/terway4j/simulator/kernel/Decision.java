package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;

/** What a stack does with a packet that it has in hand. */
sealed interface Decision {
    /** It is for this namespace; it came from this source. */
    record Deliver(Finding.Found by, Ip source) implements Decision {}

    /** It leaves by a device for a neighbour there, from this source. */
    record Send(Finding.Found by, Device out, Ip neighbour, Ip source) implements Decision {}

    record Drop(DropReason reason, String words) implements Decision {
        Drop(DropReason reason) {
            this(reason, reason.words());
        }
    }

    /** What follows from a route, once nothing speaks against it. */
    static Decision following(Finding.Found found, Packet packet) {
        return switch (found.route().leads()) {
            case Leads.Here _ -> new Deliver(found, packet.source());
            case Leads.Broadcast _ -> new Drop(DropReason.BROADCAST);
            case Leads.Connected(var out, var _) -> new Send(found, out, packet.destination(), packet.source());
            case Leads.Direct(var out) -> new Send(found, out, packet.destination(), packet.source());
            case Leads.Via(var out, var gateway) -> new Send(found, out, gateway, packet.source());
            case Leads.Nowhere(var how) -> new Drop(how.reason());
        };
    }

    static Drop noRoute(Finding finding, Packet packet) {
        return switch (finding) {
            case Finding.Refused(var reason, var words) -> new Drop(reason, words);
            case Finding.Nothing _ -> new Drop(DropReason.NO_ROUTE, "no route to " + packet.destination());
            case Finding.Found found ->
                throw new IllegalStateException(
                        "there is a route: " + found.route().words());
        };
    }
}
