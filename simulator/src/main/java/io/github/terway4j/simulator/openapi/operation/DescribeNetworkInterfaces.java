package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;
import java.util.Map;

/** ECS API, DescribeNetworkInterfaces. */
final class DescribeNetworkInterfaces implements Operation {
    private static final int LARGEST_PAGE = 500;
    private static final int MOST_IDS = 100;

    private final CloudRegion region;

    DescribeNetworkInterfaces(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var page = Paging.read(parameters, LARGEST_PAGE)
                .of(found(parameters), eni -> eni.id().text());
        return page.fields()
                .list(
                        "NetworkInterfaceSets",
                        "NetworkInterfaceSet",
                        page.items(),
                        eni -> EniShape.described(region, eni));
    }

    private List<CloudEni> found(Parameters wanted) {
        var ids = wanted.list("NetworkInterfaceId");
        if (ids.size() > MOST_IDS) {
            throw Rejection.invalid("NetworkInterfaceId", "%d are more than 100".formatted(ids.size()));
        }
        var tags = Tags.read(wanted);
        var addresses = wanted.list("PrivateIpAddress", Ip::parse);
        return region.cloud().describeEnis().stream()
                .filter(eni -> ids.isEmpty() || ids.contains(eni.id().text()))
                .filter(eni -> is(
                        wanted,
                        "InstanceId",
                        eni.instance().map(Object::toString).orElse("")))
                .filter(eni -> is(wanted, "VSwitchId", eni.eni().vSwitch().text()))
                .filter(eni -> is(wanted, "Status", EniShape.status(eni.status())))
                .filter(eni -> is(wanted, "Type", EniShape.type(eni.eni().kind())))
                .filter(eni -> is(
                        wanted, "PrimaryIpAddress", eni.eni().primaryAddress().toString()))
                .filter(eni -> addresses.isEmpty()
                        || addresses.stream().anyMatch(eni.eni().addresses()::contains))
                .filter(eni -> wanted.text("SecurityGroupId")
                        .map(group -> eni.securityGroups().stream()
                                .anyMatch(one -> one.text().equals(group)))
                        .orElse(true))
                .filter(eni -> hasAll(eni, tags))
                .toList();
    }

    private static boolean is(Parameters wanted, String name, String value) {
        return wanted.text(name).map(value::equals).orElse(true);
    }

    private static boolean hasAll(CloudEni eni, Map<String, String> tags) {
        return tags.entrySet().stream()
                .allMatch(tag -> tag.getValue().equals(eni.tags().get(tag.getKey())));
    }
}
