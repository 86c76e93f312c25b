package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;

/**
 * An instance by its own word.
 *
 * @param type like {@code ecs.g7.xlarge}
 * @param vSwitch that of the primary ENI
 * @param primaryMac the primary ENI's
 * @param hostAddresses the primary ENI's primary address, and its first IPv6 address where it has any: the node's own
 */
public record InstanceIdentity(
        InstanceId instance,
        String type,
        Region region,
        Zone zone,
        VpcId vpc,
        VSwitchId vSwitch,
        Mac primaryMac,
        DualStack<Ip> hostAddresses) {
    public InstanceIdentity {
        if (type.isBlank()) {
            throw new IllegalArgumentException(instance + " is of a type with a blank name");
        }
    }
}
