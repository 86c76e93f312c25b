package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All routing tables of one family in a namespace. A table comes into being with its first route and stays. */
final class RouteBook {
    private final IpFamily family;
    private final SortedMap<Integer, RouteTable> tables = new TreeMap<>();
    private boolean merged;

    RouteBook(IpFamily family) {
        this.family = family;
        merged = family == IpFamily.V4;
    }

    Optional<RouteTable> table(int number) {
        return Optional.ofNullable(tables.get(number));
    }

    SortedMap<Integer, RouteTable> tables() {
        return tables;
    }

    /** The kernel makes a route for itself. */
    void append(int table, RouteEntry entry) {
        open(table).append(entry);
    }

    /** Somebody asked for a route. */
    void replace(int table, RouteEntry entry) {
        open(table).replace(entry);
    }

    /** What is where this one would be. */
    List<RouteEntry> standing(int table, RouteEntry entry) {
        return table(table).stream()
                .flatMap(there -> there.entriesAt(entry.destination()))
                .filter(entry::sameSeatAs)
                .toList();
    }

    /** One that is not there is no error. */
    void remove(int table, RouteEntry entry) {
        table(table).ifPresent(there -> there.removeIf(entry.destination(), entry::equals));
    }

    void removeHere(Device device, Ip ip) {
        table(RouteTables.LOCAL)
                .ifPresent(local -> local.removeIf(
                        Cidr.host(ip), entry -> entry.leads() instanceof Leads.Here(var on, var _) && on == device));
    }

    void removeIf(Predicate<RouteEntry> condemned) {
        tables.values().forEach(table -> table.removeIf(condemned));
    }

    /** What a table says about an address. */
    Optional<RouteEntry> lookup(int number, Ip destination) {
        var entry = table(number).flatMap(table -> table.lookup(destination));
        if (merged && number == RouteTables.LOCAL) {
            return entry.filter(local -> !isHiddenByMain(local, destination));
        }
        // A route in the local table that throws leads to no other table, for main is the same one.
        return merged && number == RouteTables.MAIN
                ? entry.filter(_ -> lookup(RouteTables.LOCAL, destination).isEmpty())
                : entry;
    }

    /**
     * What a table says about a packet. Of routes that are as good, IPv6 takes one through the link on which the packet
     * came in (ip6_pol_route_input in net/ipv6/route.c); IPv4 has no two such.
     */
    Optional<RouteEntry> lookup(int number, Flow flow) {
        if (flow.leaving().isPresent()) {
            return table(number)
                    .flatMap(table -> table.best(flow.destination()).stream()
                            .filter(entry -> leadsThrough(flow.leaving().get(), entry))
                            .findFirst());
        }
        return flow.isForwarded() && family == IpFamily.V6
                ? table(number).flatMap(table -> preferring(flow.arriving(), table.best(flow.destination())))
                : lookup(number, flow.destination());
    }

    private static Optional<RouteEntry> preferring(LinkName link, List<RouteEntry> routes) {
        return routes.stream()
                .filter(entry -> leadsThrough(link, entry))
                .findFirst()
                .or(() -> routes.stream().findFirst());
    }

    private static boolean leadsThrough(LinkName link, RouteEntry entry) {
        return entry.leads()
                .throughDevice()
                .filter(device -> device.name().equals(link))
                .isPresent();
    }

    /** Until somebody changes a rule, IPv4's main and local tables are one, in which the longer prefix wins. */
    void unmerge() {
        merged = false;
    }

    private boolean isHiddenByMain(RouteEntry local, Ip destination) {
        return table(RouteTables.MAIN)
                .flatMap(main -> main.lookup(destination))
                .filter(entry ->
                        entry.destination().length() > local.destination().length())
                .isPresent();
    }

    boolean isLocal(Ip ip) {
        return lookup(RouteTables.LOCAL, ip)
                .filter(entry -> entry.leads() instanceof Leads.Here)
                .isPresent();
    }

    /** What IPv4 takes for one: everything, as long as there is no local table. */
    boolean isBroadcast(Ip ip) {
        return table(RouteTables.LOCAL).isEmpty()
                || lookup(RouteTables.LOCAL, ip)
                        .filter(entry -> entry.leads() instanceof Leads.Broadcast)
                        .isPresent();
    }

    /** Somebody asked for a route there, and need not have got it. */
    RouteTable open(int table) {
        return tables.computeIfAbsent(table, _ -> new RouteTable(family));
    }
}
