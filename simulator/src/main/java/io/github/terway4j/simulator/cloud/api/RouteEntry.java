package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;

/**
 * One entry of a route table as the cloud describes it (VPC API, DescribeRouteEntryList).
 *
 * @param name as its maker wished, perhaps empty
 * @param description as its maker wished, perhaps empty
 */
public record RouteEntry(
        String id,
        RouteTableId table,
        RouteKind kind,
        Cidr destination,
        VpcNextHop hop,
        RouteStatus status,
        String name,
        String description) {
    public RouteEntry with(RouteStatus next) {
        return new RouteEntry(id, table, kind, destination, hop, next, name, description);
    }
}
