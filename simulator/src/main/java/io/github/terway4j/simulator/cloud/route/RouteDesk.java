package io.github.terway4j.simulator.cloud.route;

import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.api.RouteRemoval;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Opens route tables, adds entries to them and removes them; {@link RouteRules} say when it may. There is one change
 * under way in a VPC at a time, whoever asks: another is refused, not put in line (VPC API, CreateRouteEntry).
 */
public final class RouteDesk {
    /** @param end {@code AVAILABLE} if the entry stays, {@code DELETING} if it goes */
    private record Change(Instant at, RouteEntry entry, RouteStatus end) {}

    private final RouteBook book;
    private final RouteRules rules;
    private final NavigableMap<VpcId, Change> underWay = new TreeMap<>();
    private final NavigableMap<VpcId, String> routers = new TreeMap<>();
    private final IdMint mint;
    private final RandomGenerator chance;
    private RouteTemper temper = RouteTemper.CALM;

    public RouteDesk(Estate estate, RandomGenerator chance) {
        this.book = new RouteBook(estate);
        this.rules = new RouteRules(estate, book);
        this.mint = new IdMint(chance);
        this.chance = chance;
    }

    /** From now on each table may have so many custom entries. */
    public void quota(int entriesPerTable) {
        rules.quota(entriesPerTable);
    }

    public List<CloudRouteTable> tables() {
        return book.tables();
    }

    /** System entries, and then custom ones in the order of their destinations. */
    public List<RouteEntry> entries(RouteTableId table) {
        return book.all(table);
    }

    /** For all that begins from now on. */
    public void temper(RouteTemper next) {
        temper = next;
    }

    public RouteTableId open(VpcId vpc, RouteKind kind, Instant now) {
        var id = new RouteTableId(mint.next("vtb"));
        book.open(new CloudRouteTable(id, vpc, routers.computeIfAbsent(vpc, any -> mint.next("vrt")), kind, now));
        return id;
    }

    public RouteEntry create(RouteOrder order, Instant now) {
        rules.checkDestination(order);
        rules.checkHop(order);
        requireQuiet(order.table());
        rules.checkRoom(order);
        var entry = new RouteEntry(
                mint.next("rte"),
                order.table(),
                RouteKind.CUSTOM,
                order.destination(),
                order.hop(),
                RouteStatus.CREATING,
                order.name(),
                order.description());
        begin(entry, RouteStatus.AVAILABLE, now.plus(temper.creating().draw(chance)));
        return entry;
    }

    public void delete(RouteRemoval removal, Instant now) {
        var entry = named(removal);
        RouteRules.checkRemoval(entry);
        requireQuiet(entry.table());
        begin(
                entry.with(RouteStatus.DELETING),
                RouteStatus.DELETING,
                now.plus(temper.deleting().draw(chance)));
    }

    /** Custom entries that packets follow. */
    public List<RouteEntry> available() {
        return tables().stream()
                .flatMap(table -> entries(table.id()).stream())
                .filter(entry -> entry.kind() == RouteKind.CUSTOM && entry.status() == RouteStatus.AVAILABLE)
                .toList();
    }

    /** Ends every change whose time has come; whether there was one. */
    public boolean settle(Instant now) {
        var due = underWay.values().stream()
                .filter(change -> !change.at().isAfter(now))
                .toList();
        for (var change : due) {
            underWay.values().remove(change);
            if (change.end() == RouteStatus.AVAILABLE) {
                book.keep(change.entry().with(RouteStatus.AVAILABLE));
            } else {
                book.forget(change.entry());
            }
        }
        return !due.isEmpty();
    }

    public Optional<Instant> next() {
        return underWay.values().stream().map(Change::at).min(Comparator.naturalOrder());
    }

    /** A route leads nowhere without its instance: so the instance stays (ECS API, DeleteInstance). */
    public void requireNoneTo(Instance instance) {
        if (book.leadsTo(new VpcNextHop.ToInstance(instance.id()))) {
            throw new Objection(
                    ApiError.INSTANCE_HAS_ROUTES, instance.id(), "a route leads to %s".formatted(instance.id()));
        }
    }

    private RouteEntry named(RouteRemoval removal) {
        return switch (removal) {
            case RouteRemoval.ById(String id) ->
                book.byId(id)
                        .orElseThrow(
                                () -> new Objection(ApiError.ROUTE_ENTRY_ID_NOT_FOUND, id, id + " does not exist"));
            case RouteRemoval.ByDestination(var table, var destination, var hop) ->
                book.all(table).stream()
                        .filter(entry -> entry.destination().equals(destination)
                                && idOf(entry.hop()).equals(hop))
                        .findFirst()
                        .orElseThrow(() -> new Objection(
                                ApiError.ROUTE_ENTRY_NOT_FOUND,
                                table,
                                "%s has no entry to %s by %s".formatted(table, destination, hop)));
        };
    }

    private static String idOf(VpcNextHop hop) {
        return switch (hop) {
            case VpcNextHop.ToInstance(var instance) -> instance.text();
            case VpcNextHop.ToEni(var eni) -> eni.text();
            case VpcNextHop.Elsewhere(var kind, var id) -> id;
        };
    }

    private void requireQuiet(RouteTableId table) {
        var vpc = book.table(table).vpc();
        if (underWay.containsKey(vpc)) {
            throw new Objection(ApiError.ROUTE_TASK_CONFLICT, vpc, "another route of %s is on its way".formatted(vpc));
        }
    }

    private void begin(RouteEntry entry, RouteStatus end, Instant at) {
        book.keep(entry);
        underWay.put(book.table(entry.table()).vpc(), new Change(at, entry, end));
    }
}
