package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A cloud with something in it: one VPC, a vSwitch in each of two zones, one security group, and instances spread over
 * the vSwitches in turn.
 *
 * @param vSwitches of {@link #ZONES}, in that order; dual-stack, 4,090 IPv4 addresses each
 */
public record CloudScene(
        SimulatedCloud cloud,
        VpcId vpc,
        List<VSwitchId> vSwitches,
        SecurityGroupId securityGroup,
        List<Instance> instances) {
    public static final List<Zone> ZONES = List.of(new Zone("cn-hangzhou-h"), new Zone("cn-hangzhou-i"));
    /** Four ENIs of 15 addresses: 45 pods. */
    public static final String TYPE = "ecs.g7.xlarge";

    public CloudScene {
        vSwitches = List.copyOf(vSwitches);
        instances = List.copyOf(instances);
    }

    /** VPC 10.0.0.0/8, vSwitches 10.1.0.0/20 and 10.2.0.0/20, so many nodes of {@link #TYPE}; a calm cloud. */
    public static CloudScene small(long seed, int nodes, InstantSource clock) {
        return of(new SimulatedCloud(seed, clock, EniTemper.CALM), TYPE, nodes);
    }

    /** The same landscape with nodes of another type, in a cloud of the caller's choice. */
    public static CloudScene of(SimulatedCloud cloud, String type, int nodes) {
        return of(cloud, InstanceTypes.known().type(type), nodes);
    }

    /** The same with nodes of limits that no type on sale need have. */
    public static CloudScene of(SimulatedCloud cloud, InstanceLimits limits, int nodes) {
        return of(cloud, InstanceType.of(limits), nodes);
    }

    private static CloudScene of(SimulatedCloud cloud, InstanceType type, int nodes) {
        var site = cloud.site();
        var vpc = site.createVpc(blocks("10.0.0.0/8", "2408:4005:300::/56"));
        var vSwitches = List.of(
                site.createVSwitch(vpc, ZONES.get(0), blocks("10.1.0.0/20", "2408:4005:300:1::/64")),
                site.createVSwitch(vpc, ZONES.get(1), blocks("10.2.0.0/20", "2408:4005:300:2::/64")));
        var securityGroup = site.createSecurityGroup(vpc);
        var instances = new ArrayList<Instance>();
        for (int i = 0; i < nodes; i++) {
            instances.add(site.launch(type, vSwitches.get(i % vSwitches.size()), List.of(securityGroup)));
        }
        return new CloudScene(cloud, vpc, vSwitches, securityGroup, instances);
    }

    private static DualStack<Cidr> blocks(String v4, String v6) {
        return DualStack.both(Cidr.parse(v4), Cidr.parse(v6));
    }
}
