package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;

/** One custom route of a VPC's route table, as the cloud last described it. A table has one per destination. */
public record VpcRoute(Cidr destination, VpcNextHop hop, RouteStatus status) {
    public boolean leadsTo(InstanceId instance) {
        return hop.equals(new VpcNextHop.ToInstance(instance));
    }
}
