package io.github.terway4j.domain.route;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;

/**
 * One custom route of a VPC's route table, as the cloud last described it. A table has one per destination.
 *
 * @param description what its maker wrote on it; by this we know ours again
 */
public record VpcRoute(Cidr destination, VpcNextHop hop, RouteStatus status, String description) {
    /** What we write on every route that we make. */
    public static final String MARK = "terway4j";

    /** One on which nothing is written. */
    public VpcRoute(Cidr destination, VpcNextHop hop, RouteStatus status) {
        this(destination, hop, status, "");
    }

    public boolean leadsTo(InstanceId instance) {
        return hop.equals(new VpcNextHop.ToInstance(instance));
    }

    public boolean isOurs() {
        return description.equals(MARK);
    }
}
