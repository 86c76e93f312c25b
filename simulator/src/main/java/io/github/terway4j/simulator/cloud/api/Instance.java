package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import java.time.Instant;
import java.util.List;

/**
 * An instance as the cloud keeps it and describes it (ECS API, DescribeInstances).
 *
 * @param vSwitch that of its primary ENI
 */
public record Instance(
        InstanceId id,
        InstanceType type,
        InstanceStatus status,
        Label label,
        VpcId vpc,
        Zone zone,
        VSwitchId vSwitch,
        List<SecurityGroupId> securityGroups,
        EniId primaryEni,
        Instant created) {
    public Instance {
        securityGroups = List.copyOf(securityGroups);
    }

    public InstanceLimits limits() {
        return type.limits();
    }

    public Instance with(InstanceStatus other) {
        return new Instance(id, type, other, label, vpc, zone, vSwitch, securityGroups, primaryEni, created);
    }

    public Instance with(InstanceType other) {
        return new Instance(id, other, status, label, vpc, zone, vSwitch, securityGroups, primaryEni, created);
    }
}
