package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.api.SecurityGroup;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.JsonTree;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** ECS API, DescribeSecurityGroups. */
final class DescribeSecurityGroups implements Operation {
    private static final int LARGEST_PAGE = 100;

    private final CloudRegion region;

    DescribeSecurityGroups(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var page = Paging.read(parameters, LARGEST_PAGE)
                .of(found(parameters), group -> group.id().text());
        return page.fields()
                .put("RegionId", region.id())
                .list("SecurityGroups", "SecurityGroup", page.items(), DescribeSecurityGroups::shape);
    }

    private List<SecurityGroup> found(Parameters wanted) {
        var ids = wanted.read("SecurityGroupIds", JsonTree::texts).orElse(List.of());
        var tags = Tags.read(wanted);
        return region.cloud().describeSecurityGroups().stream()
                .filter(group -> ids.isEmpty() || ids.contains(group.id().text()))
                .filter(group -> wanted.admits("SecurityGroupId", group.id().text()))
                .filter(group -> wanted.admits("VpcId", group.vpc().text()))
                .filter(group ->
                        wanted.admits("SecurityGroupName", group.label().name()))
                .filter(group -> wanted.admits("SecurityGroupType", type(group.kind())))
                .filter(group -> group.label().tags().byKey().entrySet().containsAll(tags.entrySet()))
                .toList();
    }

    private static Fields shape(SecurityGroup group) {
        return new Fields()
                .put("SecurityGroupId", group.id().text())
                .put("SecurityGroupName", group.label().name())
                .put("Description", group.label().description())
                .put("SecurityGroupType", type(group.kind()))
                .put("VpcId", group.vpc().text())
                .put(
                        "CreationTime",
                        group.created().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("ResourceGroupId", group.label().resourceGroup())
                .put("ServiceManaged", false)
                .list("Tags", "Tag", List.copyOf(group.label().tags().byKey().entrySet()), Tags::shape);
    }

    private static String type(SecurityGroup.Kind kind) {
        return switch (kind) {
            case BASIC -> "normal";
            case ADVANCED -> "enterprise";
        };
    }
}
