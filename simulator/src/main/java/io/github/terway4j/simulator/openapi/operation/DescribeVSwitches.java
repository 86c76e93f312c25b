package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.simulator.cloud.api.CloudVSwitch;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** VPC API, DescribeVSwitches. It knows pages by number only. */
final class DescribeVSwitches implements Operation {
    private static final int LARGEST_PAGE = 50;

    private final CloudRegion region;

    DescribeVSwitches(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var page = Paging.ByNumber.read(parameters, LARGEST_PAGE)
                .of(found(parameters), vSwitch -> vSwitch.id().text());
        return page.fields().list("VSwitches", "VSwitch", page.items(), this::shape);
    }

    private List<CloudVSwitch> found(Parameters wanted) {
        var tags = Tags.read(wanted);
        return region.cloud().describeVSwitches().stream()
                .filter(one -> wanted.admits("VSwitchId", one.id().text()))
                .filter(one -> wanted.admits("VpcId", one.vpc().text()))
                .filter(one -> wanted.admits("ZoneId", one.vSwitch().zone().text()))
                .filter(one -> wanted.admits("VSwitchName", one.label().name()))
                .filter(one -> wanted.admits("ResourceGroupId", one.label().resourceGroup()))
                .filter(one -> one.label().tags().byKey().entrySet().containsAll(tags.entrySet()))
                .toList();
    }

    private Fields shape(CloudVSwitch one) {
        var cidrs = one.vSwitch().cidrs();
        return new Fields()
                .put("VSwitchId", one.id().text())
                .put("VSwitchName", one.label().name())
                .put("Description", one.label().description())
                .put("VpcId", one.vpc().text())
                .put("ZoneId", one.vSwitch().zone().text())
                .put("Status", "Available")
                .put("CidrBlock", cidrs.v4().map(Cidr::toString).orElse(""))
                .put("Ipv6CidrBlock", cidrs.v6().map(Cidr::toString).orElse(""))
                .put("AvailableIpAddressCount", one.vSwitch().freeAddresses())
                .put(
                        "CreationTime",
                        one.created().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("OwnerId", Long.parseLong(region.account()))
                .put("ResourceGroupId", one.label().resourceGroup())
                .list("Tags", "Tag", List.copyOf(one.label().tags().byKey().entrySet()), DescribeVSwitches::tag);
    }

    /** VPC spells tags otherwise than ECS. */
    private static Fields tag(Map.Entry<String, String> tag) {
        return new Fields().put("Key", tag.getKey()).put("Value", tag.getValue());
    }
}
