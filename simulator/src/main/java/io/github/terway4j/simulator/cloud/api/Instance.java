package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.List;

/**
 * An instance, running.
 *
 * @param vSwitch that of its primary ENI
 */
public record Instance(
        InstanceId id,
        InstanceLimits limits,
        VpcId vpc,
        Zone zone,
        VSwitchId vSwitch,
        List<SecurityGroupId> securityGroups,
        EniId primaryEni) {
    public Instance {
        securityGroups = List.copyOf(securityGroups);
    }
}
