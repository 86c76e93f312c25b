package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;

/** The parameters of CreateRouteEntry. */
public record RouteOrder(RouteTableId table, Cidr destination, VpcNextHop hop, String name, String description) {
    public RouteOrder(RouteTableId table, Cidr destination, VpcNextHop hop) {
        this(table, destination, hop, "", "");
    }
}
