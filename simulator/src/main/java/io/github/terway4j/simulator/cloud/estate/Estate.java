package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.VpcId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that exists in the account's region, by its id; asking for what does not is an {@link Objection}. */
public final class Estate {
    public final NavigableMap<VpcId, DualStack<Cidr>> vpcs = new TreeMap<>();
    public final NavigableMap<VSwitchId, VSwitchRecord> vSwitches = new TreeMap<>();
    public final NavigableMap<SecurityGroupId, VpcId> securityGroups = new TreeMap<>();
    public final NavigableMap<InstanceId, Instance> instances = new TreeMap<>();
    public final NavigableMap<EniId, CloudEni> enis = new TreeMap<>();

    public DualStack<Cidr> vpc(VpcId id) {
        return found(ApiError.VPC_NOT_FOUND, vpcs, id);
    }

    public VSwitchRecord vSwitch(VSwitchId id) {
        return found(ApiError.VSWITCH_NOT_FOUND, vSwitches, id);
    }

    public VpcId vpcOf(SecurityGroupId id) {
        return found(ApiError.SECURITY_GROUP_NOT_FOUND, securityGroups, id);
    }

    public Instance instance(InstanceId id) {
        return found(ApiError.INSTANCE_NOT_FOUND, instances, id);
    }

    public CloudEni eni(EniId id) {
        return found(ApiError.ENI_NOT_FOUND, enis, id);
    }

    public void keep(CloudEni eni) {
        enis.put(eni.id(), eni);
    }

    public List<VSwitchRecord> vSwitchesOf(VpcId vpc) {
        return vSwitches.values().stream()
                .filter(vSwitch -> vSwitch.vpc().equals(vpc))
                .toList();
    }

    /** Those attached to the instance or on their way in or out. */
    public List<CloudEni> enisOf(InstanceId instance) {
        return enis.values().stream().filter(eni -> eni.attachedTo(instance)).toList();
    }

    /** What counts against the account's quota of ENIs: primary ones come with their instances. */
    public long secondaryEnis() {
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
