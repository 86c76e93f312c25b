package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which routes the kernel takes (fib_check_nh in net/ipv4/fib_semantics.c, ip6_route_info_create in net/ipv6/route.c).
 */
final class RouteMaking {
    private static final Cidr LINK_LOCAL_V6 = Cidr.parse("fe80::/10");

    private final Stack stack;

    RouteMaking(Stack stack) {
        this.stack = stack;
    }

    /** Makes the route in the place of the one before; or says why not. */
    Optional<String> make(KernelObject.Route route) {
        return switch (route.hop()) {
            case NextHop.Blackhole _ -> put(route, new Leads.Nowhere(Refusal.BLACKHOLE));
            case NextHop.Direct(var link) -> through(link, route, device -> put(route, new Leads.Direct(device)));
            case NextHop.Via(var gateway, var link) ->
                through(
                        link,
                        route,
                        device -> objectionTo(gateway, device).or(() -> put(route, new Leads.Via(device, gateway))));
        };
    }

    /** As somebody else makes one ({@code ip route add}): only where none stands yet. */
    void refuse(int table, Cidr destination, Refusal how, int protocol) {
        var entry = new RouteEntry(destination, new Leads.Nowhere(how), usualMetric(destination), protocol);
        var book = stack.routes(destination.family());
        if (book.standing(table, entry).isEmpty()) {
            book.append(table, entry);
        }
    }

    /** Whoever made the one before is overruled, except for the kernel. */
    private Optional<String> put(KernelObject.Route route, Leads leads) {
        var entry = entry(route, leads);
        var book = book(route);
        var standing = book.standing(route.table(), entry);
        if (standing.contains(entry)) {
            return Optional.empty();
        }
        // The local table is the kernel's, whoever wrote into it.
        if (standing.stream()
                .anyMatch(other -> other.protocol() == RouteEntry.KERNEL || route.table() == RouteTables.LOCAL)) {
            return Optional.of("File exists: the kernel's own route stands there");
        }
        book.replace(route.table(), entry);
        return Optional.empty();
    }

    /** The route as an entry; one that is equal to it is the same route. */
    static RouteEntry entry(KernelObject.Route route, Leads leads) {
        return new RouteEntry(route.destination(), leads, usualMetric(route.destination()), route.protocol());
    }

    private static int usualMetric(Cidr destination) {
        return destination.family() == IpFamily.V6 ? RouteEntry.USER_METRIC_V6 : 0;
    }

    private Optional<String> through(LinkName link, KernelObject.Route route, Function<Device, Optional<String>> deed) {
        var device = stack.device(link);
        if (device.isEmpty()) {
            return Optional.of("No such device: " + link);
        }
        // The table comes first, also when nothing comes into it.
        book(route).open(route.table());
        if (!device.get().up()) {
            return Optional.of("Network is down: link " + link + " is not up");
        }
        if (route.destination().family() == IpFamily.V6 && !stack.ipv6().runsOn(device.get())) {
            return Optional.of("Permission denied: IPv6 is disabled on " + link);
        }
        return deed.apply(device.get());
    }

    private Optional<String> objectionTo(Ip gateway, Device device) {
        return switch (gateway.family()) {
            case V4 -> objectionToV4(gateway);
            case V6 -> objectionToV6(gateway, device);
        };
    }

    /** A gateway is neither us nor everybody: before its first address, IPv4 takes every gateway for the latter. */
    private Optional<String> objectionToV4(Ip gateway) {
        var book = stack.routes(IpFamily.V4);
        return book.isLocal(gateway) || book.isBroadcast(gateway)
                ? Optional.of("Invalid argument: Nexthop has invalid gateway " + gateway)
                : Optional.empty();
    }

    /** Even onlink, IPv6 refuses a gateway to which the main table leads by another link. */
    private Optional<String> objectionToV6(Ip gateway, Device device) {
        if (stack.routes(IpFamily.V6).isLocal(gateway)) {
            return Optional.of("Invalid argument: Gateway can not be a local address");
        }
        return !LINK_LOCAL_V6.contains(gateway) && isElsewhere(gateway, device)
                ? Optional.of("Invalid argument: Nexthop has invalid gateway or device mismatch")
                : Optional.empty();
    }

    private boolean isElsewhere(Ip gateway, Device device) {
        var book = stack.routes(IpFamily.V6);
        return book.lookup(RouteTables.MAIN, gateway)
                .filter(entry -> !entry.destination().isAny())
                .filter(entry -> !leadsNowhere(entry.leads()))
                .filter(entry -> book.standing(RouteTables.MAIN, entry).stream()
                        .noneMatch(other -> other.leads().leadsThrough(device)))
                .isPresent();
    }

    /** Through loopback there is nobody, either. */
    private static boolean leadsNowhere(Leads leads) {
        return leads instanceof Leads.Nowhere
                || leads.throughDevice().filter(Device::isLoopback).isPresent();
    }

    private RouteBook book(KernelObject.Route route) {
        return stack.routes(route.destination().family());
    }
}
