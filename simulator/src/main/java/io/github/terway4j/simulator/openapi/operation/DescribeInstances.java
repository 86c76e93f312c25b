package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.simulator.cloud.api.InstanceFilter;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.JsonTree;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.ArrayList;
import java.util.List;

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
        var found = region.cloud().machines().describe(filters(parameters));
        var page = Paging.read(parameters, LARGEST_PAGE)
                .of(found, instance -> instance.id().text());
        return page.fields()
                .list("Instances", "Instance", page.items(), instance -> InstanceShape.described(region, instance));
    }

    private static List<InstanceFilter> filters(Parameters wanted) {
        var filters = new ArrayList<InstanceFilter>();
        wanted.read("InstanceIds", JsonTree::texts).map(DescribeInstances::ids).ifPresent(filters::add);
        wanted.read("VpcId", VpcId::new).map(InstanceFilter.InVpc::new).ifPresent(filters::add);
        wanted.read("VSwitchId", VSwitchId::new)
                .map(InstanceFilter.InVSwitch::new)
                .ifPresent(filters::add);
        wanted.read("ZoneId", Zone::new).map(InstanceFilter.InZone::new).ifPresent(filters::add);
        wanted.read("SecurityGroupId", SecurityGroupId::new)
                .map(InstanceFilter.InSecurityGroup::new)
                .ifPresent(filters::add);
        wanted.text("InstanceType").map(InstanceFilter.OfType::new).ifPresent(filters::add);
        wanted.text("InstanceName").map(InstanceFilter.Named::new).ifPresent(filters::add);
        Choice.read(wanted, "Status", List.of(InstanceStatus.values()), InstanceShape::status)
                .map(InstanceFilter.InStatus::new)
                .ifPresent(filters::add);
        filters.addAll(Tags.wanted(wanted, InstanceFilter.Tagged::new, InstanceFilter.HasTag::new));
        return filters;
    }

    private static InstanceFilter ids(List<String> texts) {
        if (texts.size() > MOST_IDS) {
            throw Rejection.invalid("InstanceIds", "%d are more than %d".formatted(texts.size(), MOST_IDS));
        }
        return new InstanceFilter.Ids(texts.stream().map(Ids::instance).toList());
    }
}
