package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything that there is at one moment, as it is and not as it is shown. */
record Census(List<CloudEni> enis, List<CloudVSwitch> vSwitches, List<SecurityGroup> groups, List<Instance> instances) {
    static Census of(SimulatedCloud cloud) {
        return new Census(cloud.enis(), cloud.describeVSwitches(), cloud.describeSecurityGroups(), cloud.instances());
    }

    Optional<CloudEni> eni(EniId id) {
        return enis.stream().filter(eni -> eni.id().equals(id)).findFirst();
    }

    Map<InstanceId, List<CloudEni>> byInstance() {
        return enis.stream()
                .filter(eni -> eni.instance().isPresent())
                .collect(Collectors.groupingBy(eni -> eni.instance().orElseThrow(), TreeMap::new, Collectors.toList()));
    }
}
