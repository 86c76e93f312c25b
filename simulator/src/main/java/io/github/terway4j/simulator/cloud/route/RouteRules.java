package io.github.terway4j.simulator.cloud.route;

import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.Objection;

/** What must be so before a route is added or removed (VPC API, CreateRouteEntry and DeleteRouteEntry). */
final class RouteRules {
    private static final int CUSTOM_ENTRIES = 200;

    private final Estate estate;
    private final RouteBook book;
    private int quota = CUSTOM_ENTRIES;

    RouteRules(Estate estate, RouteBook book) {
        this.estate = estate;
        this.book = book;
    }

    void quota(int entriesPerTable) {
        quota = entriesPerTable;
    }

    void checkDestination(RouteOrder order) {
        var destination = order.destination();
        if (destination.equals(RouteBook.SERVICES)) {
            throw invalid(destination, "is where the cloud's own services are");
        }
        for (var vSwitch : estate.vSwitchesOf(book.table(order.table()).vpc())) {
            if (vSwitch.cidrs().all().stream().anyMatch(block -> block.contains(destination))) {
                throw invalid(destination, "lies in %s of %s".formatted(vSwitch.cidrs(), vSwitch.id()));
            }
        }
    }

    void checkHop(RouteOrder order) {
        var vpc = vpcOf(order.hop());
        if (!vpc.equals(book.table(order.table()).vpc())) {
            throw new Objection(
                    ApiError.NEXT_HOP_INVALID,
                    order.hop(),
                    "%s is in %s, and %s is not".formatted(order.hop(), vpc, order.table()));
        }
        if (order.hop() instanceof VpcNextHop.ToInstance(var instance)) {
            requireAtRest(estate.instance(instance));
        }
    }

    void checkRoom(RouteOrder order) {
        book.to(order.destination(), order.table()).ifPresent(there -> {
            throw new Objection(
                    there.hop().equals(order.hop()) ? ApiError.ROUTE_EXISTS : ApiError.ROUTE_DESTINATION_TAKEN,
                    there.id(),
                    "%s leads to %s already".formatted(there.destination(), there.hop()));
        });
        if (book.count(order.table()) >= quota) {
            throw new Objection(
                    ApiError.ROUTES_EXCEEDED,
                    order.table(),
                    "%s may have %d custom entries".formatted(order.table(), quota));
        }
    }

    static void checkRemoval(RouteEntry entry) {
        if (entry.kind() == RouteKind.SYSTEM) {
            throw new Objection(ApiError.ROUTE_IS_SYSTEM, entry.id(), entry.id() + " was made with the VPC");
        }
        if (entry.status() != RouteStatus.AVAILABLE) {
            throw new Objection(
                    ApiError.ROUTE_ENTRY_STATE, entry.id(), "%s is %s".formatted(entry.id(), entry.status()));
        }
    }

    private VpcId vpcOf(VpcNextHop hop) {
        return switch (hop) {
            case VpcNextHop.ToInstance(var id)
            when estate.instances.containsKey(id) -> estate.instance(id).vpc();
            case VpcNextHop.ToEni(var id)
            when estate.enis().find(id).isPresent() -> estate.eni(id).vpc();
            case VpcNextHop.ToInstance any -> throw noSuch(any);
            case VpcNextHop.ToEni any -> throw noSuch(any);
            case VpcNextHop.Elsewhere any -> throw noSuch(any);
        };
    }

    private static void requireAtRest(Instance instance) {
        switch (instance.status()) {
            case RUNNING, STOPPED -> {}
            case PENDING, STARTING, STOPPING ->
                throw new Objection(
                        ApiError.NEXT_HOP_INSTANCE_STATUS,
                        instance.id(),
                        "%s is %s".formatted(instance.id(), instance.status()));
        }
    }

    private static Objection noSuch(VpcNextHop hop) {
        return new Objection(ApiError.NEXT_HOP_NOT_FOUND, hop, hop + " does not exist");
    }

    private static Objection invalid(Cidr destination, String why) {
        return new Objection(ApiError.ROUTE_DESTINATION_INVALID, destination, destination + " " + why);
    }
}
