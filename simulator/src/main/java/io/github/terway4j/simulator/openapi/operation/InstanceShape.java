package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.openapi.wire.Fields;
import java.util.List;

/** An instance as the API shows it. */
final class InstanceShape {
    private InstanceShape() {}

    /** One item of DescribeInstances. */
    static Fields described(CloudRegion region, Instance instance, List<CloudEni> enis) {
        var primary = enis.stream()
                .filter(eni -> eni.id().equals(instance.primaryEni()))
                .map(eni -> eni.eni().primaryAddress())
                .toList();
        return new Fields()
                .put("InstanceId", instance.id().text())
                .put("InstanceName", instance.id().text())
                .put("HostName", instance.id().text())
                .put("Status", "Running")
                .put("RegionId", region.id())
                .put("ZoneId", instance.zone().text())
                .put("InstanceType", instance.limits().instanceType())
                .put("InstanceTypeFamily", family(instance.limits().instanceType()))
                .put("InstanceNetworkType", "vpc")
                .texts("SecurityGroupIds", "SecurityGroupId", instance.securityGroups())
                .put(
                        "VpcAttributes",
                        new Fields()
                                .put("VpcId", instance.vpc().text())
                                .put("VSwitchId", instance.vSwitch().text())
                                .put("NatIpAddress", "")
                                .texts("PrivateIpAddress", "IpAddress", primary))
                .list("NetworkInterfaces", "NetworkInterface", enis, InstanceShape::eni);
    }

    /** {@code ecs.g7.xlarge} is of the family {@code ecs.g7}. */
    static String family(String instanceType) {
        return instanceType.substring(0, Math.max(instanceType.lastIndexOf('.'), 0));
    }

    private static Fields eni(CloudEni eni) {
        return new Fields()
                .put("NetworkInterfaceId", eni.id().text())
                .put("Type", EniShape.type(eni.eni().kind()))
                .put("MacAddress", eni.eni().mac().toString())
                .put("PrimaryIpAddress", eni.eni().primaryAddress().toString())
                .list(
                        "PrivateIpSets",
                        "PrivateIpSet",
                        eni.eni().addresses(IpFamily.V4),
                        ip -> EniShape.privateIp(eni.eni(), ip))
                .list(
                        "Ipv6Sets",
                        "Ipv6Set",
                        eni.eni().addresses(IpFamily.V6),
                        ip -> new Fields().put("Ipv6Address", ip.toString()));
    }
}
