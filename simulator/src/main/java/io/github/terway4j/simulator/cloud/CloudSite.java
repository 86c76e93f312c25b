package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.VpcId;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import io.github.terway4j.simulator.cloud.estate.VSwitchBlocks;
import io.github.terway4j.simulator.cloud.estate.VSwitchRecord;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What operators build before any node joins a cluster: networks and machines. A mistake here is one of the scene and
 * throws.
 */
public final class CloudSite {
    private final SimulatedCloud cloud;
    private final Estate estate;
    private final EniDesk enis;
    private final RouteDesk routes;
    private final IdMint mint;
    private final InstanceTypes types = InstanceTypes.known();

    CloudSite(SimulatedCloud cloud, Estate estate, EniDesk enis, RouteDesk routes, IdMint mint) {
        this.cloud = cloud;
        this.estate = estate;
        this.enis = enis;
        this.routes = routes;
        this.mint = mint;
    }

    public VpcId createVpc(DualStack<Cidr> cidrs) {
        return cloud.locked(now -> {
            var id = new VpcId(mint.next("vpc"));
            estate.vpcs.put(id, cidrs);
            routes.open(id, RouteKind.SYSTEM, now);
            return id;
        });
    }

    /** In blocks of the VPC's that no other vSwitch has: an IPv4 block of /16 to /29, and perhaps an IPv6 block of /64. */
    public VSwitchId createVSwitch(VpcId vpc, Zone zone, DualStack<Cidr> cidrs) {
        return cloud.locked(now -> {
            var id = new VSwitchId(mint.next("vsw"));
            VSwitchBlocks.check(cidrs, estate.vpc(vpc), estate.vSwitchesOf(vpc));
            estate.vSwitches.put(id, new VSwitchRecord(id, vpc, zone, cidrs));
            return id;
        });
    }

    /** A route table beside the VPC's system one. */
    public RouteTableId createRouteTable(VpcId vpc) {
        return cloud.locked(now -> {
            estate.vpc(vpc);
            return routes.open(vpc, RouteKind.CUSTOM, now);
        });
    }

    public SecurityGroupId createSecurityGroup(VpcId vpc) {
        return cloud.locked(now -> {
            estate.vpc(vpc);
            var id = new SecurityGroupId(mint.next("sg"));
            estate.securityGroups.put(id, vpc);
            return id;
        });
    }

    /**
     * An instance with its primary ENI in this vSwitch: one IPv4 address, and one IPv6 address where the vSwitch has
     * any. Runs at once.
     */
    public Instance launch(String type, VSwitchId in, List<SecurityGroupId> securityGroups) {
        return launch(types.limits(type), in, securityGroups);
    }

    /** The same with limits that no type on sale need have. */
    public Instance launch(InstanceLimits limits, VSwitchId in, List<SecurityGroupId> securityGroups) {
        return cloud.locked(now -> {
            var vSwitch = estate.vSwitch(in);
            var ipv6 = vSwitch.has(IpFamily.V6) ? 1 : 0;
            var id = new InstanceId(mint.next("i"));
            var primary = enis.createPrimary(new EniOrder(in, securityGroups, 1, ipv6, Map.of()), id, now);
            var instance = new Instance(id, limits, vSwitch.vpc(), vSwitch.zone(), in, securityGroups, primary.id());
            estate.instances.put(id, instance);
            return instance;
        });
    }

    /** A secondary ENI that has long been there: in use by the instance or, if there is none, available. */
    public CloudEni createEni(EniOrder order, Optional<InstanceId> instance) {
        return cloud.locked(now -> {
            var eni = enis.create(order, now);
            return instance.map(on -> enis.plugIn(eni, on)).orElse(eni);
        });
    }
}
