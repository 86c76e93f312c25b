package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Grows the tree that one instance reads, at the moment when it reads. */
final class MetadataTrees {
    private final SimulatedCloud cloud;
    private final InstanceItems items;
    private final RoleCredentials credentials;
    private final KnownEnis enis;

    MetadataTrees(SimulatedCloud cloud, MetadataSite site, RoleCredentials credentials, KnownEnis enis) {
        this.cloud = cloud;
        this.items = new InstanceItems(site.region(), site.account());
        this.credentials = credentials;
        this.enis = enis;
    }

    /** Nothing where there is no such instance, or no longer. */
    Optional<MetadataTree> of(InstanceId id) {
        return cloud.instance(id).map(this::tree);
    }

    private MetadataTree tree(Instance instance) {
        var tree = new MetadataTree();
        var vSwitches = new TreeMap<VSwitchId, VSwitch>();
        cloud.vSwitches().forEach(vSwitch -> vSwitches.put(vSwitch.id(), vSwitch));
        var vpc = cloud.blocksOf(instance.vpc())
                .orElseThrow(() -> new IllegalStateException("%s is in no VPC".formatted(instance.id())));
        var primary = cloud.eni(instance.primaryEni())
                .orElseThrow(() -> new IllegalStateException("%s has lost its primary ENI".formatted(instance.id())));
        items.describe(
                instance, primary, vpc, vSwitch(vSwitches, instance.vSwitch()).cidrs(), tree);
        for (var eni : enis.of(instance.id())) {
            EniItems.describe(eni, vSwitch(vSwitches, eni.eni().vSwitch()), vpc, tree);
        }
        credentials.describe(instance.id(), tree);
        return tree;
    }

    private static VSwitch vSwitch(Map<VSwitchId, VSwitch> known, VSwitchId id) {
        return Optional.ofNullable(known.get(id))
                .orElseThrow(() -> new IllegalStateException(id + " has ENIs, but does not exist"));
    }
}
