package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.route.RouteTableId;
import java.time.Instant;

/**
 * A route table as the cloud describes it (VPC API, DescribeRouteTableList).
 *
 * @param router the VPC's router, which all its tables belong to
 */
public record CloudRouteTable(RouteTableId id, VpcId vpc, String router, RouteKind kind, Instant created) {}
