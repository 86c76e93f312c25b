package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.CloudVpc;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that exists in the account's region, by its id; asking for what does not is an {@link Objection}. */
public final class Estate {
    public final NavigableMap<String, InstanceType> types = new TreeMap<>();
    public final NavigableMap<VpcId, CloudVpc> vpcs = new TreeMap<>();
    public final NavigableMap<VSwitchId, VSwitchRecord> vSwitches = new TreeMap<>();
    public final NavigableMap<SecurityGroupId, SecurityGroup> securityGroups = new TreeMap<>();
    public final NavigableMap<InstanceId, Instance> instances = new TreeMap<>();

    private final EniIndex enis = new EniIndex();
    private final GroupFill groupFill = new GroupFill();
    private final Consumer<EniChange> watcher;
    private int secondaryEnis;

    /** @param watcher hears of each ENI that becomes another, right after it did */
    public Estate(Consumer<EniChange> watcher) {
        this.watcher = watcher;
        InstanceTypes.known().all().forEach(type -> types.put(type.name(), type));
    }

    public InstanceType type(String name) {
        return found(ApiError.TYPE_NOT_FOUND, types, name);
    }

    public CloudVpc vpc(VpcId id) {
        return found(ApiError.VPC_NOT_FOUND, vpcs, id);
    }

    public VSwitchRecord vSwitch(VSwitchId id) {
        return found(ApiError.VSWITCH_NOT_FOUND, vSwitches, id);
    }

    public SecurityGroup securityGroup(SecurityGroupId id) {
        return found(ApiError.SECURITY_GROUP_NOT_FOUND, securityGroups, id);
    }

    public Instance instance(InstanceId id) {
        return found(ApiError.INSTANCE_NOT_FOUND, instances, id);
    }

    public CloudEni eni(EniId id) {
        return enis.find(id).orElseThrow(() -> new Objection(ApiError.ENI_NOT_FOUND, id, id + " does not exist"));
    }

    public EniIndex enis() {
        return enis;
    }

    /** Keeps the instance as it is now. */
    public void keep(Instance instance) {
        instances.put(instance.id(), instance);
    }

    /** Keeps the ENI as it is now. */
    public void keep(CloudEni eni) {
        var before = enis.put(eni);
        before.ifPresent(groupFill::remove);
        groupFill.add(eni);
        if (before.isEmpty() && eni.eni().kind() != EniKind.PRIMARY) {
            secondaryEnis++;
        }
        watcher.accept(new EniChange.Kept(eni));
    }

    /** The ENI is gone, and whoever held its addresses has given them back. */
    public void forget(CloudEni eni) {
        enis.remove(eni.id());
        groupFill.remove(eni);
        if (eni.eni().kind() != EniKind.PRIMARY) {
            secondaryEnis--;
        }
        watcher.accept(new EniChange.Gone(eni.id()));
    }

    public List<VSwitchRecord> vSwitchesOf(VpcId vpc) {
        return vSwitches.values().stream()
                .filter(vSwitch -> vSwitch.vpc().equals(vpc))
                .toList();
    }

    /** Those attached to the instance or on their way in or out, in the order of their ids. */
    public List<CloudEni> enisOf(InstanceId instance) {
        return enis.find(List.of(new EniFilter.OfInstance(instance)));
    }

    /** What counts against the account's quota of ENIs: primary ones come with their instances. */
    public int secondaryEnis() {
        return secondaryEnis;
    }

    /** How many private IPv4 addresses the group's ENIs have together. */
    public int addressesIn(SecurityGroupId group) {
        return groupFill.of(group);
    }

    private static <K, V> V found(ApiError otherwise, Map<K, V> where, K id) {
        @Nullable V there = where.get(id);
        if (there == null) {
            throw new Objection(otherwise, id, id + " does not exist");
        }
        return there;
    }
}
