package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.openapi.wire.Fields;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** An ENI as the API shows it. */
final class EniShape {
    private EniShape() {}

    /** One item of DescribeNetworkInterfaces. */
    static Fields described(CloudRegion region, CloudEni eni) {
        var fields = created(region, eni)
                .put(
                        "CreationTime",
                        eni.created().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("NetworkInterfaceTrafficMode", "Standard")
                .put("DeleteOnRelease", true);
        eni.instance()
                .ifPresent(instance -> fields.put("InstanceId", instance.text())
                        .put("Attachment", new Fields().put("InstanceId", instance.text())));
        return fields;
    }

    /** The answer to CreateNetworkInterface. */
    static Fields created(CloudRegion region, CloudEni eni) {
        var vSwitch = vSwitch(region, eni.eni());
        return new Fields()
                .put("NetworkInterfaceId", eni.id().text())
                .put("NetworkInterfaceName", "")
                .put("Description", "")
                .put("Status", status(eni.status()))
                .put("Type", type(eni.eni().kind()))
                .put("VpcId", region.cloud().vpcOf(vSwitch.id()).text())
                .put("VSwitchId", vSwitch.id().text())
                .put("ZoneId", vSwitch.zone().text())
                .put("MacAddress", eni.eni().mac().toString())
                .put("OwnerId", region.account())
                .put("ResourceGroupId", "")
                .put("ServiceManaged", false)
                .put("PrivateIpAddress", eni.eni().primaryAddress().toString())
                .texts("SecurityGroupIds", "SecurityGroupId", eni.securityGroups())
                .list("PrivateIpSets", "PrivateIpSet", eni.eni().addresses(IpFamily.V4), ip -> privateIp(eni.eni(), ip))
                .list(
                        "Ipv6Sets",
                        "Ipv6Set",
                        eni.eni().addresses(IpFamily.V6),
                        ip -> new Fields().put("Ipv6Address", ip.toString()))
                .list("Tags", "Tag", List.copyOf(eni.tags().entrySet()), EniShape::tag);
    }

    static String status(EniStatus status) {
        return switch (status) {
            case AVAILABLE -> "Available";
            case ATTACHING -> "Attaching";
            case IN_USE -> "InUse";
            case DETACHING -> "Detaching";
            case DELETING -> "Deleting";
        };
    }

    static String type(EniKind kind) {
        return switch (kind) {
            case PRIMARY -> "Primary";
            case SECONDARY -> "Secondary";
            case TRUNK -> "Trunk";
            case MEMBER -> "Member";
        };
    }

    static Fields privateIp(Eni eni, Ip ip) {
        return new Fields().put("PrivateIpAddress", ip.toString()).put("Primary", ip.equals(eni.primaryAddress()));
    }

    private static Fields tag(Map.Entry<String, String> tag) {
        return new Fields().put("TagKey", tag.getKey()).put("TagValue", tag.getValue());
    }

    private static VSwitch vSwitch(CloudRegion region, Eni eni) {
        return region.cloud().vSwitches().stream()
                .filter(vSwitch -> vSwitch.id().equals(eni.vSwitch()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no vSwitch".formatted(eni.id())));
    }
}
