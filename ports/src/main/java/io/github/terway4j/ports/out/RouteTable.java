package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.VpcRoute;
import java.util.List;

/**
 * One route table of a VPC (VPC OpenAPI). Adding and removing a route begin when the call returns and end some seconds
 * later: {@link #routes} shows how far they are. As long as one is on its way, the cloud takes no other change in the
 * same VPC, whoever asks for it: that is a {@code Conflict}, and the next pass asks again. Never retries by itself.
 */
public interface RouteTable {
    /** Every custom route, whoever made it, to the last page, in the order of their destinations. */
    CloudOutcome<List<VpcRoute>> routes();

    /**
     * Begins to send what is addressed to the destination to the instance, by a route with our {@link VpcRoute#MARK}. A route that does so already is no error;
     * one that leads elsewhere is a {@code Conflict} and stays. The destination may contain a vSwitch's block and may
     * not be one, nor lie in one, nor be 100.64.0.0/10 (VPC API, CreateRouteEntry).
     */
    CloudOutcome<Nothing> add(Cidr destination, InstanceId instance, ClientToken token);

    /**
     * Begins to remove the route to the destination by way of the instance. If there is none, that is no error, and
     * one by another way stays. One that is itself on its way is a {@code Conflict}.
     */
    CloudOutcome<Nothing> remove(Cidr destination, InstanceId instance);
}
