package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.quota.InstanceLimits;
import java.util.List;

/**
 * The node as the cloud knows it.
 *
 * @param vSwitch that of the primary ENI
 * @param hostAddresses the primary ENI's primary addresses: the node's own
 */
public record NodeFacts(
        InstanceId instance,
        Zone zone,
        VSwitchId vSwitch,
        List<SecurityGroupId> securityGroups,
        DualStack<Ip> hostAddresses,
        InstanceLimits limits) {
    public NodeFacts {
        securityGroups = List.copyOf(securityGroups);
    }

    /** The same, with other security groups than the primary ENI's. */
    public NodeFacts withSecurityGroups(List<SecurityGroupId> others) {
        return new NodeFacts(instance, zone, vSwitch, others, hostAddresses, limits);
    }
}
