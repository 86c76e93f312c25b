package io.github.terway4j.app.config;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.route.RouteTableId;
import java.util.List;

/**
 * All that the operator says about a node.
 *
 * @param mode where pods' addresses come from
 * @param routeTables of the VPC, in which routes to nodes' blocks are kept by us
 * @param families what every pod gets an address of
 * @param serviceCidrs the cluster's service addresses, one block or one of each family; none where the cluster is to be
 *     asked
 * @param extraRoutes accepted for Terway's sake, which does nothing with them either
 * @param wiring how pods are wired
 */
public record NodeConfig(
        PoolConfig pool,
        EniConfig eni,
        VSwitchConfig vSwitches,
        List<IpFamily> families,
        List<Cidr> serviceCidrs,
        List<Cidr> extraRoutes,
        CloudConfig cloud,
        ClusterConfig cluster,
        DaemonMode mode,
        List<RouteTableId> routeTables,
        WiringConfig wiring) {
    public NodeConfig {
        families = List.copyOf(families);
        serviceCidrs = List.copyOf(serviceCidrs);
        extraRoutes = List.copyOf(extraRoutes);
        routeTables = List.copyOf(routeTables);
    }

    /** The same at another level of degradation. */
    public NodeConfig at(Degradation level) {
        return new NodeConfig(
                pool.at(level),
                eni,
                vSwitches,
                families,
                serviceCidrs,
                extraRoutes,
                cloud,
                cluster,
                mode,
                routeTables,
                wiring);
    }
}
