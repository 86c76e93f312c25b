package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All routing tables of one family in a namespace. A table comes into being with its first route and stays. */
final class RouteBook {
    private final IpFamily family;
    private final SortedMap<Integer, RouteTable> tables = new TreeMap<>();
    private boolean customLocalRoutes;

    RouteBook(IpFamily family) {
        this.family = family;
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
        customLocalRoutes |= table == RouteTables.LOCAL;
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

    /** Whether anybody but the kernel ever wrote into the local table. */
    boolean customLocalRoutes() {
        return customLocalRoutes;
    }

    /** Where the local table leads for an address, or nowhere if that is none of ours. */
    Optional<RouteEntry> local(Ip ip) {
        return table(RouteTables.LOCAL).flatMap(table -> table.lookup(ip));
    }

    boolean isLocal(Ip ip) {
        return local(ip).filter(entry -> entry.leads() instanceof Leads.Here).isPresent();
    }

    private RouteTable open(int table) {
        return tables.computeIfAbsent(table, _ -> new RouteTable(family));
    }
}
