package io.github.terway4j.domain.route;

/** Where a route stands in its life (VPC API, DescribeRouteEntryList). What ends in -ING ends by itself. */
public enum RouteStatus {
    CREATING,
    AVAILABLE,
    MODIFYING,
    DELETING
}
