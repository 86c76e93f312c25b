package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

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
        var found = region.cloud().vSwitches().stream()
                .filter(vSwitch -> is(parameters, "VSwitchId", vSwitch.id().text()))
                .filter(vSwitch -> is(parameters, "ZoneId", vSwitch.zone().text()))
                .filter(vSwitch -> is(parameters, "VpcId", vpc(vSwitch)))
                .toList();
        var page = Paging.ByNumber.read(parameters, LARGEST_PAGE)
                .of(found, vSwitch -> vSwitch.id().text());
        return page.fields().list("VSwitches", "VSwitch", page.items(), this::shape);
    }

    private Fields shape(VSwitch vSwitch) {
        return new Fields()
                .put("VSwitchId", vSwitch.id().text())
                .put("VSwitchName", "")
                .put("VpcId", vpc(vSwitch))
                .put("ZoneId", vSwitch.zone().text())
                .put("Status", "Available")
                .put("CidrBlock", vSwitch.cidrs().v4().map(Cidr::toString).orElse(""))
                .put("Ipv6CidrBlock", vSwitch.cidrs().v6().map(Cidr::toString).orElse(""))
                .put("AvailableIpAddressCount", vSwitch.freeAddresses());
    }

    private String vpc(VSwitch vSwitch) {
        return region.cloud().vpcOf(vSwitch.id()).text();
    }

    private static boolean is(Parameters wanted, String name, String value) {
        return wanted.text(name).map(value::equals).orElse(true);
    }
}
