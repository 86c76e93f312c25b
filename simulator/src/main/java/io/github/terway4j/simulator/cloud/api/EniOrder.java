package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of CreateNetworkInterface.
 *
 * @param ipv4 addresses to be born with, the primary one included
 */
public record EniOrder(
        VSwitchId vSwitch, List<SecurityGroupId> securityGroups, int ipv4, int ipv6, Map<String, String> tags) {
    public EniOrder {
        securityGroups = List.copyOf(securityGroups);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}
