package io.github.terway4j.ports.out;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An ENI to be made.
 *
 * @param instance the one that it is made for; marked on the ENI, so that it is found again if we forget it
 * @param ipv4 addresses to be born with, the primary one included
 */
public record NewEni(
        InstanceId instance,
        VSwitchId vSwitch,
        List<SecurityGroupId> securityGroups,
        int ipv4,
        int ipv6,
        Map<String, String> tags) {
    public NewEni {
        securityGroups = List.copyOf(securityGroups);
        tags = new TreeMap<>(tags);
        if (ipv4 < 1 || ipv6 < 0) {
            throw new IllegalArgumentException(
                    "an ENI is born with at least one IPv4 address, but got %d IPv4 and %d IPv6".formatted(ipv4, ipv6));
        }
    }
}
