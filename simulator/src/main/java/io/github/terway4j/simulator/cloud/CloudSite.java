package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVpc;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.estate.Estate;
import io.github.terway4j.simulator.cloud.estate.IdMint;
import io.github.terway4j.simulator.cloud.estate.VSwitchBlocks;
import io.github.terway4j.simulator.cloud.estate.VSwitchRecord;
import io.github.terway4j.simulator.cloud.route.RouteDesk;
import java.util.List;
import java.util.Optional;

/**
 * What operators build before any node joins a cluster: networks and machines. A mistake here is one of the scene and
 * throws.
 */
public final class CloudSite {
    private final Turns turns;
    private final Estate estate;
    private final EniDesk enis;
    private final AttachDesk attachments;
    private final InstanceDesk machines;
    private final RouteDesk routes;
    private final IdMint mint;

    CloudSite(
            Turns turns,
            Estate estate,
            EniDesk enis,
            AttachDesk attachments,
            InstanceDesk machines,
            RouteDesk routes,
            IdMint mint) {
        this.turns = turns;
        this.estate = estate;
        this.enis = enis;
        this.attachments = attachments;
        this.machines = machines;
        this.routes = routes;
        this.mint = mint;
    }

    public VpcId createVpc(DualStack<Cidr> cidrs) {
        return createVpc(cidrs, Label.NONE);
    }

    public VpcId createVpc(DualStack<Cidr> cidrs, Label label) {
        return turns.take(now -> {
            var id = new VpcId(mint.next("vpc"));
            LabelRules.check(label, id);
            estate.vpcs.put(id, new CloudVpc(id, label, cidrs, now));
            routes.open(id, RouteKind.SYSTEM, now);
            return id;
        });
    }

    public VSwitchId createVSwitch(VpcId vpc, Zone zone, DualStack<Cidr> cidrs) {
        return createVSwitch(vpc, zone, cidrs, Label.NONE);
    }

    /** In blocks of the VPC's that no other vSwitch has: an IPv4 block of /16 to /29, and perhaps an IPv6 block of /64. */
    public VSwitchId createVSwitch(VpcId vpc, Zone zone, DualStack<Cidr> cidrs, Label label) {
        return turns.take(now -> {
            var id = new VSwitchId(mint.next("vsw"));
            LabelRules.check(label, id);
            VSwitchBlocks.check(cidrs, estate.vpc(vpc).cidrs(), estate.vSwitchesOf(vpc));
            estate.vSwitches.put(id, new VSwitchRecord(id, vpc, zone, label, cidrs, now));
            return id;
        });
    }

    /**
     * Sets a part of the vSwitch's block aside for prefixes (VPC API, CreateVSwitchCidrReservation), at once. From then
     * on it gives no single address of that part, and none of it may have been given before.
     */
    public void reserve(VSwitchId vSwitch, Cidr part) {
        turns.change(now -> estate.vSwitch(vSwitch).reserve(part));
    }

    /** A route table beside the VPC's system one. */
    public RouteTableId createRouteTable(VpcId vpc) {
        return turns.take(now -> {
            estate.vpc(vpc);
            return routes.open(vpc, RouteKind.CUSTOM, now);
        });
    }

    public SecurityGroupId createSecurityGroup(VpcId vpc) {
        return createSecurityGroup(vpc, SecurityGroup.Kind.BASIC, Label.NONE);
    }

    public SecurityGroupId createSecurityGroup(VpcId vpc, SecurityGroup.Kind kind, Label label) {
        return turns.take(now -> {
            estate.vpc(vpc);
            var id = new SecurityGroupId(mint.next("sg"));
            LabelRules.check(label, id);
            estate.securityGroups.put(id, new SecurityGroup(id, vpc, kind, label, now));
            return id;
        });
    }

    /**
     * An instance with its primary ENI in this vSwitch: one IPv4 address, and one IPv6 address where the vSwitch has
     * any. Runs at once.
     */
    public Instance launch(String type, VSwitchId in, List<SecurityGroupId> securityGroups) {
        return launch(type, in, securityGroups, Label.NONE);
    }

    public Instance launch(String type, VSwitchId in, List<SecurityGroupId> securityGroups, Label label) {
        return launch(type(type), in, securityGroups, label);
    }

    /** The same with limits that no type on sale need have. */
    public Instance launch(InstanceLimits limits, VSwitchId in, List<SecurityGroupId> securityGroups) {
        return launch(InstanceType.of(limits), in, securityGroups);
    }

    /** The same with a type that need not be on sale; from now on the cloud knows it. */
    public Instance launch(InstanceType type, VSwitchId in, List<SecurityGroupId> securityGroups) {
        addType(type);
        return launch(type, in, securityGroups, Label.NONE);
    }

    private Instance launch(InstanceType type, VSwitchId in, List<SecurityGroupId> securityGroups, Label label) {
        var ipv6 = turns.take(
                now -> estate.vSwitch(in).has(IpFamily.V6) && type.limits().ipv6PerEni() > 0);
        return launch(InstanceOrder.of(type.name(), in, securityGroups)
                        .with(label)
                        .withIpv6(ipv6 ? 1 : 0))
                .getFirst();
    }

    /** As many as ordered, running at once. */
    public List<Instance> launch(InstanceOrder order) {
        return turns.take(now -> machines.launch(order, InstanceStatus.RUNNING, now));
    }

    /** An ENI that has long been there: in use by the instance or, if there is none, available. */
    public CloudEni createEni(EniOrder order, Optional<InstanceId> instance) {
        return turns.take(now -> {
            var eni = enis.create(order, now);
            instance.ifPresent(on -> attachments.plugIn(AttachOrder.to(on, eni.id()), now));
            return estate.eni(eni.id());
        });
    }

    /** From now on this is written on the ENI, and nothing else (ECS API, TagResources and UntagResources). */
    public void retag(EniId id, Tags tags) {
        turns.change(now -> {
            var eni = estate.eni(id);
            var label = eni.label().withTags(tags.byKey());
            LabelRules.check(label, id);
            estate.keep(eni.with(label));
        });
    }

    /** The one of that name that the cloud knows. */
    public InstanceType type(String name) {
        return turns.take(now -> Optional.ofNullable(estate.types.get(name)))
                .orElseThrow(() -> new IllegalArgumentException("there is no instance type " + name));
    }

    /** From now on the cloud knows this type, too, in place of any other of its name. */
    public void addType(InstanceType type) {
        turns.change(now -> estate.types.put(type.name(), type));
    }
}
