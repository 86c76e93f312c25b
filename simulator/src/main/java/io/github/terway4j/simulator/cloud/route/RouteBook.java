package io.github.terway4j.simulator.cloud.route;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every route table and what is in it. Only custom entries are written down; a VPC's system entries, one per block of
 * its vSwitches and one for the cloud's own services, follow from its vSwitches.
 */
final class RouteBook {
    /** Where the cloud's own services live (VPC documentation, system routes). */
    static final Cidr SERVICES = Cidr.parse("100.64.0.0/10");

    private final Estate estate;
    private final NavigableMap<RouteTableId, CloudRouteTable> tables = new TreeMap<>();
    private final NavigableMap<RouteTableId, NavigableMap<Cidr, RouteEntry>> entries = new TreeMap<>();

    RouteBook(Estate estate) {
        this.estate = estate;
    }

    void open(CloudRouteTable table) {
        tables.put(table.id(), table);
        entries.put(table.id(), new TreeMap<>());
    }

    List<CloudRouteTable> tables() {
        return List.copyOf(tables.values());
    }

    CloudRouteTable table(RouteTableId id) {
        @Nullable CloudRouteTable there = tables.get(id);
        if (there == null) {
            throw new Objection(ApiError.ROUTE_TABLE_NOT_FOUND, id, id + " does not exist");
        }
        return there;
    }

    /** Custom entries in the order of their destinations, after the system's. */
    List<RouteEntry> all(RouteTableId table) {
        var all = new ArrayList<>(system(table));
        all.addAll(custom(table).values());
        return all;
    }

    int count(RouteTableId table) {
        return custom(table).size();
    }

    Optional<RouteEntry> to(Cidr destination, RouteTableId table) {
        return Optional.ofNullable(custom(table).get(destination));
    }

    Optional<RouteEntry> byId(String id) {
        return tables.keySet().stream()
                .flatMap(table -> all(table).stream())
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    boolean leadsTo(VpcNextHop hop) {
        return entries.values().stream()
                .flatMap(table -> table.values().stream())
                .anyMatch(entry -> entry.hop().equals(hop));
    }

    void keep(RouteEntry entry) {
        custom(entry.table()).put(entry.destination(), entry);
    }

    void forget(RouteEntry entry) {
        custom(entry.table()).remove(entry.destination());
    }

    private List<RouteEntry> system(RouteTableId id) {
        var table = table(id);
        var found = new ArrayList<RouteEntry>();
        for (var vSwitch : estate.vSwitchesOf(table.vpc())) {
            vSwitch.cidrs().all().forEach(block -> found.add(system(table, block, "local")));
        }
        found.add(system(table, SERVICES, "service"));
        return found;
    }

    /** Named after what it is, since nobody made it. */
    private static RouteEntry system(CloudRouteTable table, Cidr block, String hop) {
        var id = "rte-%s-%s".formatted(table.id().text(), block.toString().replaceAll("[^0-9a-f]", "x"));
        return new RouteEntry(
                id,
                table.id(),
                RouteKind.SYSTEM,
                block,
                new VpcNextHop.Elsewhere(hop, ""),
                RouteStatus.AVAILABLE,
                "",
                "made with the VPC");
    }

    private NavigableMap<Cidr, RouteEntry> custom(RouteTableId id) {
        table(id);
        return entries.computeIfAbsent(id, any -> new TreeMap<>());
    }
}
