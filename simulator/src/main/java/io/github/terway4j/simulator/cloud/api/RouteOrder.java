package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.NextHop;
import io.github.terway4j.domain.route.RouteTableId;

/** The parameters of CreateRouteEntry. */
public record RouteOrder(RouteTableId table, Cidr destination, NextHop hop, String name, String description) {
    public RouteOrder(RouteTableId table, Cidr destination, NextHop hop) {
        this(table, destination, hop, "", "");
    }
}
