package io.github.terway4j.simulator.openapi.operation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.JsonTree;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ECS API, DescribeInstances. */
final class DescribeInstances implements Operation {
    private static final int LARGEST_PAGE = 100;
    private static final int MOST_IDS = 100;

    private final CloudRegion region;

    DescribeInstances(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var page = Paging.read(parameters, LARGEST_PAGE)
                .of(found(parameters), instance -> instance.id().text());
        var enis = enis();
        return page.fields()
                .list(
                        "Instances",
                        "Instance",
                        page.items(),
                        instance ->
                                InstanceShape.described(region, instance, enis.getOrDefault(instance.id(), List.of())));
    }

    private List<Instance> found(Parameters wanted) {
        var ids = wanted.read("InstanceIds", JsonTree::texts).orElse(List.of());
        if (ids.size() > MOST_IDS) {
            throw Rejection.invalid("InstanceIds", "%d are more than 100".formatted(ids.size()));
        }
        return region.cloud().instances().stream()
                .filter(instance -> ids.isEmpty() || ids.contains(instance.id().text()))
                .filter(instance -> is(wanted, "VpcId", instance.vpc().text()))
                .filter(instance -> is(wanted, "VSwitchId", instance.vSwitch().text()))
                .filter(instance -> is(wanted, "ZoneId", instance.zone().text()))
                .filter(instance -> is(wanted, "InstanceType", instance.limits().instanceType()))
                .toList();
    }

    private Map<InstanceId, List<CloudEni>> enis() {
        return region.cloud().enis().stream()
                .filter(eni -> eni.instance().isPresent())
                .collect(groupingBy(eni -> eni.instance().orElseThrow(), TreeMap::new, toList()));
    }

    private static boolean is(Parameters wanted, String name, String value) {
        return wanted.text(name).map(value::equals).orElse(true);
    }
}
