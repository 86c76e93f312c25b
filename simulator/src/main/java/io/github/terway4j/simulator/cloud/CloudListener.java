package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import java.util.List;

/**
 * Hears of what a machine or a wire would notice. Told one thing at a time, in the order in which things happened,
 * after the cloud has let go of its lock: a listener may call the cloud, and may be a moment late.
 */
public interface CloudListener {
    /**
     * The ENI has become {@code IN_USE}: a device appears on the instance, or, if it is a member, a VLAN of its trunk.
     * Told of primary ENIs, too.
     */
    void eniAttached(InstanceId instance, Eni eni);

    /** The ENI has left the instance, and its device or its VLAN with it. */
    void eniDetached(InstanceId instance, Eni eni);

    /** Addresses came to an ENI in use, or went. */
    void addressesChanged(InstanceId instance, Eni eni);

    /** A custom route has come or gone; these are all that packets follow now, in the order of tables and destinations. */
    default void routesChanged(List<RouteEntry> available) {}
}
