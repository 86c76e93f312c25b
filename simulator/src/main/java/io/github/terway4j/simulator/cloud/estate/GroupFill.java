package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.TreeMap;

/**
 * How many private IPv4 addresses the ENIs of each security group have together. A prefix counts as one, which is
 * chosen: that is how it counts against the limits of an ENI.
 */
final class GroupFill {
    private final TreeMap<SecurityGroupId, Integer> addresses = new TreeMap<>();

    int of(SecurityGroupId group) {
        return addresses.getOrDefault(group, 0);
    }

    void add(CloudEni eni) {
        count(eni, eni.places(IpFamily.V4));
    }

    void remove(CloudEni eni) {
        count(eni, -eni.places(IpFamily.V4));
    }

    private void count(CloudEni eni, int more) {
        eni.securityGroups().forEach(group -> addresses.merge(group, more, Integer::sum));
    }
}
