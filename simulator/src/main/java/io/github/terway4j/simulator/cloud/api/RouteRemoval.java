package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteTableId;

/** The parameters of DeleteRouteEntry, which names an entry in one of two ways. */
public sealed interface RouteRemoval {
    record ById(String entry) implements RouteRemoval {}

    /**
     * The entry of this destination by this way.
     *
     * @param hop the id of what the entry leads to; its kind is not asked for
     */
    record ByDestination(RouteTableId table, Cidr destination, String hop) implements RouteRemoval {}
}
