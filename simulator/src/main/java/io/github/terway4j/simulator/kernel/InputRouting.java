package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;

/**
 * What a stack does with a packet that came in by a device (ip_route_input_slow in net/ipv4/route.c, ip6_rcv_core in
 * net/ipv6/ip6_input.c, ip6_forward in net/ipv6/ip6_output.c).
 */
final class InputRouting {
    private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8");
    private static final Cidr LOOPBACK_V6 = Cidr.parse("::1/128");
    private static final Cidr LINK_LOCAL_V6 = Cidr.parse("fe80::/10");

    private InputRouting() {}

    static Decision decide(Device in, Packet packet) {
        return switch (packet.family()) {
            case V4 -> decideV4(in, packet);
            case V6 -> decideV6(in, packet);
        };
    }

    private static Decision decideV4(Device in, Packet packet) {
        if (isUnspecified(packet.source()) || staysInside(packet.source(), in)) {
            return new Decision.Drop(DropReason.MARTIAN_SOURCE);
        }
        if (staysInside(packet.destination(), in)) {
            return new Decision.Drop(DropReason.MARTIAN_DESTINATION);
        }
        var finding = find(in, packet);
        if (!(finding instanceof Finding.Found found)) {
            return Decision.noRoute(finding, packet);
        }
        var next = Decision.following(found, packet);
        return switch (next) {
            case Decision.Deliver _ ->
                unlessFiltered(next, in, packet, in.stack().loopback());
            case Decision.Send(var _, var out, var _, var _) ->
                isOn(in, Setting.FORWARDING) ? unlessFiltered(next, in, packet, out) : forwardingIsOff(in);
            case Decision.Drop _ ->
                // What is for everybody has to have a way back, too, as if it were for nobody.
                found.route().leads() instanceof Leads.Broadcast
                        ? unlessFiltered(
                                next,
                                in,
                                Packet.fresh(packet.source(), Flow.unspecified(packet.source())),
                                in.stack().loopback())
                        : next;
        };
    }

    /** Whether packets from or to this address do not cross the link, because it is a loopback address. */
    static boolean staysInside(Ip ip, Device link) {
        return LOOPBACK_V4.contains(ip)
                && !isOn(link, Setting.ROUTE_LOCALNET)
                && link.stack().settings().get(Setting.ROUTE_LOCALNET, SettingKey.ALL) == 0;
    }

    private static Decision decideV6(Device in, Packet packet) {
        if (!in.stack().ipv6().runsOn(in)) {
            return new Decision.Drop(DropReason.IPV6_OFF, "link " + in.name() + " has no IPv6");
        }
        if (LOOPBACK_V6.contains(packet.source())) {
            return new Decision.Drop(DropReason.MARTIAN_SOURCE);
        }
        if (LOOPBACK_V6.contains(packet.destination())) {
            return new Decision.Drop(DropReason.MARTIAN_DESTINATION);
        }
        var finding = find(in, packet);
        if (!(finding instanceof Finding.Found found)) {
            return Decision.noRoute(finding, packet);
        }
        var next = Decision.following(found, packet);
        return switch (next) {
            case Decision.Deliver _, Decision.Drop _ -> next;
            case Decision.Send _ -> forwardedV6(next, in, packet);
        };
    }

    /** IPv6 asks whether the namespace forwards, not whether the link does. */
    private static Decision forwardedV6(Decision next, Device in, Packet packet) {
        boolean forwards = in.stack().settings().get(Setting.FORWARDING_V6, SettingKey.ALL) != 0
                || isOn(in, Setting.FORCE_FORWARDING_V6);
        if (!forwards) {
            return forwardingIsOff(in);
        }
        return isUnspecified(packet.source()) || LINK_LOCAL_V6.contains(packet.source())
                ? new Decision.Drop(DropReason.MARTIAN_SOURCE)
                : next;
    }

    private static Decision unlessFiltered(Decision next, Device in, Packet packet, Device answersArrive) {
        return ReversePathFilter.objection(in, packet, answersArrive.name())
                .<Decision>map(reason ->
                        new Decision.Drop(reason, reason.words() + " (" + packet.source() + " on " + in.name() + ")"))
                .orElse(next);
    }

    private static Decision forwardingIsOff(Device in) {
        return new Decision.Drop(DropReason.FORWARDING_OFF, "forwarding is off on " + in.name());
    }

    private static Finding find(Device in, Packet packet) {
        return RouteLookup.find(in.stack(), Flow.arriving(packet.source(), packet.destination(), in.name()));
    }

    private static boolean isOn(Device device, Setting setting) {
        return device.stack().settings().get(setting, device.name().text()) != 0;
    }

    private static boolean isUnspecified(Ip ip) {
        return ip.high() == 0 && ip.low() == 0;
    }
}
