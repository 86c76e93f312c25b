package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Each ENI is in security groups of its own VPC, and no group holds more addresses than it may. */
final class Groups {
    private Groups() {}

    static List<String> violations(Census census) {
        var found = new ArrayList<String>();
        var groups = new TreeMap<SecurityGroupId, SecurityGroup>();
        census.groups().forEach(group -> groups.put(group.id(), group));
        for (var eni : census.enis()) {
            for (var id : eni.securityGroups()) {
                var group = groups.get(id);
                if (group == null || !group.vpc().equals(eni.vpc())) {
                    found.add("%s is in %s, which is not of %s".formatted(eni.id(), id, eni.vpc()));
                }
            }
        }
        for (var group : census.groups()) {
            var held = addresses(census.enis(), group.id());
            if (held > group.kind().capacity()) {
                found.add("%s holds %d addresses and may hold %d"
                        .formatted(group.id(), held, group.kind().capacity()));
            }
        }
        return found;
    }

    static int addresses(List<CloudEni> enis, SecurityGroupId group) {
        return enis.stream()
                .filter(eni -> eni.securityGroups().contains(group))
                .mapToInt(eni -> eni.places(IpFamily.V4))
                .sum();
    }
}
