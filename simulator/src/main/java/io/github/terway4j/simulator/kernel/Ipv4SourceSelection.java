package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Optional;

/** From which of its addresses a namespace speaks (inet_select_addr in net/ipv4/devinet.c). */
final class Ipv4SourceSelection {
    private Ipv4SourceSelection() {}

    /** The source of a packet that follows this route: the route's own, else one chosen for its next hop. */
    static Optional<Ip> choose(Stack stack, RouteEntry route) {
        return switch (route.leads()) {
            case Leads.Here(var _, var source) -> Optional.of(source);
            case Leads.Broadcast(var _, var source) -> Optional.of(source);
            case Leads.Connected(var _, var source) -> Optional.of(source);
            case Leads.Direct(var out) -> first(speaking(stack, out)).or(() -> ofAnyLink(stack));
            case Leads.Via(var out, var gateway) -> towards(gateway, out);
            case Leads.Nowhere _ -> Optional.empty();
        };
    }

    /** The device's address in whose subnet the neighbour is, else its first, else the first of any device. */
    static Optional<Ip> towards(Ip neighbour, Device out) {
        var addresses = speaking(out.stack(), out);
        return first(addresses.stream()
                        .filter(address -> address.subnet().contains(neighbour))
                        .toList())
                .or(() -> first(addresses))
                .or(() -> ofAnyLink(out.stack()));
    }

    private static Optional<Ip> ofAnyLink(Stack stack) {
        return first(stack.devices().stream()
                .flatMap(device -> speaking(stack, device).stream())
                .toList());
    }

    /** Not those of scope host, and of one subnet only the first. */
    private static List<InterfaceAddress> speaking(Stack stack, Device device) {
        return device.addresses(IpFamily.V4).isEmpty()
                ? List.of()
                : stack.ipv4().primaries(device).stream()
                        .filter(address -> !stack.ipv4().isOnlyForTheHost(device, address))
                        .toList();
    }

    private static Optional<Ip> first(List<InterfaceAddress> addresses) {
        return addresses.stream().findFirst().map(InterfaceAddress::ip);
    }
}
