package io.github.terway4j.simulator.cloud.invariant;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the cloud finds by its indexes is what a look at everything finds, and its counts are what one counts. */
final class Bookkeeping {
    private Bookkeeping() {}

    static List<String> violations(SimulatedCloud cloud) {
        var found = new ArrayList<String>();
        lookups(cloud, found);
        var enis = cloud.enis();
        var secondary =
                enis.stream().filter(eni -> eni.eni().kind() != EniKind.PRIMARY).count();
        if (cloud.accountUse() != secondary) {
            found.add("%d ENIs count against the quota, and %d should".formatted(cloud.accountUse(), secondary));
        }
        for (var group : cloud.describeSecurityGroups()) {
            var held = Groups.addresses(enis, group.id());
            if (cloud.addressesIn(group.id()) != held) {
                found.add("%s counts %d addresses and holds %d"
                        .formatted(group.id(), cloud.addressesIn(group.id()), held));
            }
        }
        return found;
    }

    private static void lookups(SimulatedCloud cloud, List<String> found) {
        var all = cloud.describeEnis();
        cloud.instances().forEach(instance -> lookup(cloud, all, new EniFilter.OfInstance(instance.id()), found));
        all.forEach(eni -> lookup(cloud, all, new EniFilter.Ids(List.of(eni.id())), found));
        var tags = new TreeSet<String>();
        all.stream()
                .flatMap(eni -> eni.tags().entrySet().stream())
                .filter(tag -> tags.add(tag.toString()))
                .forEach(tag -> lookup(cloud, all, new EniFilter.Tagged(tag.getKey(), tag.getValue()), found));
    }

    private static void lookup(SimulatedCloud cloud, List<CloudEni> all, EniFilter filter, List<String> found) {
        var looked = cloud.describeEnis(List.of(filter));
        var there = all.stream().filter(filter::admits).toList();
        if (!looked.equals(there)) {
            found.add("%s finds %s, and there are %s".formatted(filter, looked, there));
        }
    }
}
