package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;

/**
 * What a stack does with a packet of its own (ip_route_output_key_hash_rcu and ip_route_connect in IPv4,
 * ip6_dst_lookup_tail in IPv6), the way a TCP connection asks.
 */
final class OutputRouting {
    private final Stack stack;
    private final Optional<LinkName> leaving;

    /** @param leaving the link by which it must leave; empty for any */
    OutputRouting(Stack stack, Optional<LinkName> leaving) {
        this.stack = stack;
        this.leaving = leaving;
    }

    /** A packet whose source is not specified gets one. */
    Decision decide(Packet packet) {
        if (isUnspecified(packet.source())) {
            return unbound(packet);
        }
        var book = stack.routes(packet.family());
        if (book.isLocal(packet.source())) {
            return bound(packet);
        }
        // Who asks for a broadcast address as source has asked for none (inet_bind).
        return packet.family() == IpFamily.V4 && book.isBroadcast(packet.source())
                ? unbound(packet.from(Flow.unspecified(packet.source())))
                : new Decision.Drop(DropReason.SOURCE_NOT_LOCAL, packet.source() + " is no address of " + stack.ns());
    }

    private Decision unbound(Packet packet) {
        return switch (packet.family()) {
            case V4 -> unboundV4(packet);
            case V6 -> unboundV6(packet);
        };
    }

    /**
     * Chooses the source by the first route, and looks again with it: then rules by source have their say. Who has no
     * address sends from nobody's, which nobody takes.
     */
    private Decision unboundV4(Packet packet) {
        if (!(find(packet) instanceof Finding.Found found)) {
            return Decision.noRoute(find(packet), packet);
        }
        return bound(
                packet.from(Ipv4SourceSelection.choose(stack, found.route()).orElse(packet.source())));
    }

    /** Stays with the first route; looks again with the source only if there was none. */
    private Decision unboundV6(Packet packet) {
        var finding = find(packet);
        var out = finding instanceof Finding.Found found
                ? found.route().leads().throughDevice()
                : Optional.<Device>empty();
        var source = Ipv6SourceSelection.choose(stack, out, packet.destination());
        if (source.isEmpty()) {
            return new Decision.Drop(DropReason.NO_SOURCE);
        }
        var sourced = packet.from(source.get());
        return finding instanceof Finding.Found found ? follow(found, sourced) : bound(sourced);
    }

    private Decision bound(Packet packet) {
        var finding = find(packet);
        return finding instanceof Finding.Found found ? follow(found, packet) : Decision.noRoute(finding, packet);
    }

    /** What a namespace sends to itself goes through its loopback link. */
    private Decision follow(Finding.Found found, Packet packet) {
        if (found.route().leads() instanceof Leads.Broadcast(var out, var _)
                && !out.isLoopback()
                && InputRouting.staysInside(packet.source(), out)) {
            return new Decision.Drop(DropReason.MARTIAN_SOURCE);
        }
        var next = Decision.following(found, packet);
        return switch (next) {
            case Decision.Deliver _
            when !stack.loopback().up() -> new Decision.Drop(DropReason.LINK_DOWN, "link lo is down");
            case Decision.Deliver(var _, var source)
            when !takes(stack.loopback(), source.family()) ->
                new Decision.Drop(DropReason.IPV6_OFF, "link lo has no IPv6");
            case Decision.Send(var _, var out, var _, var source)
            when InputRouting.staysInside(source, out) -> new Decision.Drop(DropReason.MARTIAN_SOURCE);
            case Decision.Deliver _, Decision.Send _, Decision.Drop _ -> next;
        };
    }

    private boolean takes(Device device, IpFamily family) {
        return family == IpFamily.V4 || stack.ipv6().runsOn(device);
    }

    private Finding find(Packet packet) {
        return RouteLookup.find(stack, Flow.sent(packet.source(), packet.destination(), leaving));
    }

    private static boolean isUnspecified(Ip ip) {
        return ip.equals(new Ip(ip.family(), 0, 0));
    }
}
