package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniAttachment;
import io.github.terway4j.simulator.openapi.wire.Fields;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An ENI as the API shows it. */
final class EniShape {
    private EniShape() {}

    /** One item of DescribeNetworkInterfaces, and the answer to DescribeNetworkInterfaceAttribute. */
    static Fields described(CloudRegion region, CloudEni eni) {
        var fields = created(region, eni)
                .put(
                        "CreationTime",
                        eni.created().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("NetworkInterfaceTrafficMode", EniWords.of(eni.traffic()))
                .put("DeleteOnRelease", eni.settings().deleteOnRelease())
                .put("SourceDestCheck", eni.settings().sourceDestCheck());
        if (eni.settings().queues() > 0) {
            fields.put("QueueNumber", eni.settings().queues());
        }
        eni.attachment()
                .ifPresent(attachment -> fields.put(
                                "InstanceId", attachment.instance().text())
                        .put("Attachment", attachment(eni, attachment)));
        return fields;
    }

    /** The answer to CreateNetworkInterface. */
    static Fields created(CloudRegion region, CloudEni eni) {
        var fields = new Fields()
                .put("NetworkInterfaceId", eni.id().text())
                .put("NetworkInterfaceName", eni.label().name())
                .put("Description", eni.label().description())
                .put("Status", EniWords.of(eni.status()))
                .put("Type", EniWords.of(eni.eni().kind()))
                .put("VpcId", eni.vpc().text())
                .put("VSwitchId", eni.eni().vSwitch().text())
                .put("ZoneId", eni.zone().text())
                .put("MacAddress", eni.eni().mac().toString())
                .put("OwnerId", region.account())
                .put("ResourceGroupId", eni.label().resourceGroup())
                .put("ServiceManaged", false)
                .put("PrivateIpAddress", eni.eni().primaryAddress().toString())
                .texts("SecurityGroupIds", "SecurityGroupId", eni.securityGroups())
                .list("Tags", "Tag", List.copyOf(eni.tags().entrySet()), Tags::shape);
        return withAddresses(fields, eni);
    }

    /** All that it holds, in four lists. */
    static Fields withAddresses(Fields fields, CloudEni eni) {
        return fields.list(
                        "PrivateIpSets",
                        "PrivateIpSet",
                        eni.eni().addresses(IpFamily.V4),
                        ip -> new Fields()
                                .put("PrivateIpAddress", ip.toString())
                                .put("Primary", ip.equals(eni.eni().primaryAddress())))
                .list(
                        "Ipv6Sets",
                        "Ipv6Set",
                        eni.eni().addresses(IpFamily.V6),
                        ip -> new Fields().put("Ipv6Address", ip.toString()))
                .list(
                        "Ipv4PrefixSets",
                        "Ipv4PrefixSet",
                        prefixes(eni, IpFamily.V4),
                        prefix -> new Fields().put("Ipv4Prefix", prefix.toString()))
                .list(
                        "Ipv6PrefixSets",
                        "Ipv6PrefixSet",
                        prefixes(eni, IpFamily.V6),
                        prefix -> new Fields().put("Ipv6Prefix", prefix.toString()));
    }

    private static Fields attachment(CloudEni eni, EniAttachment attachment) {
        var fields = new Fields()
                .put("InstanceId", attachment.instance().text())
                .put("DeviceIndex", attachment.deviceIndex())
                .put("NetworkCardIndex", attachment.networkCard())
                .texts("MemberNetworkInterfaceIds", "MemberNetworkInterfaceId", eni.members());
        attachment.trunk().ifPresent(trunk -> fields.put("TrunkNetworkInterfaceId", trunk.text()));
        return fields;
    }

    private static List<IpPrefix> prefixes(CloudEni eni, IpFamily family) {
        return eni.prefixes().stream()
                .filter(prefix -> prefix.family() == family)
                .toList();
    }
}
