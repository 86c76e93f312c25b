package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;
import java.util.Optional;

/**
 * What a stack does with a packet of its own (ip_route_output_key_hash_rcu and ip_route_connect in IPv4,
 * ip6_dst_lookup_tail in IPv6), the way a TCP connection asks.
 */
final class OutputRouting {
    private OutputRouting() {}

    /** A packet whose source is not specified gets one. */
    static Decision decide(Stack stack, Packet packet) {
        if (isUnspecified(packet.source())) {
            return switch (packet.family()) {
                case V4 -> unboundV4(stack, packet);
                case V6 -> unboundV6(stack, packet);
            };
        }
        return stack.routes(packet.family()).isLocal(packet.source())
                ? bound(stack, packet)
                : new Decision.Drop(DropReason.SOURCE_NOT_LOCAL, packet.source() + " is no address of " + stack.ns());
    }

    /** Chooses the source by the first route, and looks again with it: then rules by source have their say. */
    private static Decision unboundV4(Stack stack, Packet packet) {
        if (!(find(stack, packet) instanceof Finding.Found found)) {
            return Decision.noRoute(find(stack, packet), packet);
        }
        return Ipv4SourceSelection.choose(stack, found.route())
                .map(source -> bound(stack, packet.from(source)))
                .orElse(new Decision.Drop(DropReason.NO_SOURCE));
    }

    /** Stays with the first route; looks again with the source only if there was none. */
    private static Decision unboundV6(Stack stack, Packet packet) {
        var finding = find(stack, packet);
        var out = finding instanceof Finding.Found found
                ? found.route().leads().throughDevice()
                : Optional.<Device>empty();
        var source = Ipv6SourceSelection.choose(stack, out, packet.destination());
        if (source.isEmpty()) {
            return new Decision.Drop(DropReason.NO_SOURCE);
        }
        var sourced = packet.from(source.get());
        return finding instanceof Finding.Found found ? follow(stack, found, sourced) : bound(stack, sourced);
    }

    private static Decision bound(Stack stack, Packet packet) {
        var finding = find(stack, packet);
        return finding instanceof Finding.Found found
                ? follow(stack, found, packet)
                : Decision.noRoute(finding, packet);
    }

    /** What a namespace sends to itself goes through its loopback link. */
    private static Decision follow(Stack stack, Finding.Found found, Packet packet) {
        var next = Decision.following(found, packet);
        return next instanceof Decision.Deliver && !stack.loopback().up()
                ? new Decision.Drop(DropReason.LINK_DOWN, "link lo is down")
                : next;
    }

    private static Finding find(Stack stack, Packet packet) {
        return RouteLookup.find(stack, Flow.sent(packet.source(), packet.destination()));
    }

    private static boolean isUnspecified(Ip ip) {
        return ip.equals(new Ip(ip.family(), 0, 0));
    }
}
