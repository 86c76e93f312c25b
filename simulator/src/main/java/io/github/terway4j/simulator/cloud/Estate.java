package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that exists in the account's region, by its id; asking for what does not is an {@link Objection}. */
final class Estate {
    final NavigableMap<VpcId, DualStack<Cidr>> vpcs = new TreeMap<>();
    final NavigableMap<VSwitchId, VSwitchRecord> vSwitches = new TreeMap<>();
    final NavigableMap<SecurityGroupId, VpcId> securityGroups = new TreeMap<>();
    final NavigableMap<InstanceId, Instance> instances = new TreeMap<>();
    final NavigableMap<EniId, CloudEni> enis = new TreeMap<>();

    DualStack<Cidr> vpc(VpcId id) {
        return found(ApiError.VPC_NOT_FOUND, vpcs, id);
    }

    VSwitchRecord vSwitch(VSwitchId id) {
        return found(ApiError.VSWITCH_NOT_FOUND, vSwitches, id);
    }

    VpcId vpcOf(SecurityGroupId id) {
        return found(ApiError.SECURITY_GROUP_NOT_FOUND, securityGroups, id);
    }

    Instance instance(InstanceId id) {
        return found(ApiError.INSTANCE_NOT_FOUND, instances, id);
    }

    CloudEni eni(EniId id) {
        return found(ApiError.ENI_NOT_FOUND, enis, id);
    }

    void keep(CloudEni eni) {
        enis.put(eni.id(), eni);
    }

    List<VSwitchRecord> vSwitchesOf(VpcId vpc) {
        return vSwitches.values().stream()
                .filter(vSwitch -> vSwitch.vpc().equals(vpc))
                .toList();
    }

    /** Those attached to the instance or on their way in or out. */
    List<CloudEni> enisOf(InstanceId instance) {
        return enis.values().stream().filter(eni -> eni.attachedTo(instance)).toList();
    }

    /** What counts against the account's quota of ENIs: primary ones come with their instances. */
    long secondaryEnis() {
        return enis.values().stream()
                .filter(eni -> eni.eni().kind() != EniKind.PRIMARY)
                .count();
    }

    private static <K, V> V found(ApiError otherwise, Map<K, V> where, K id) {
        @Nullable V there = where.get(id);
        if (there == null) {
            throw new Objection(otherwise, id, id + " does not exist");
        }
        return there;
    }
}
