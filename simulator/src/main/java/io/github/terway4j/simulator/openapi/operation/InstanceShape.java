package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceStatus;
import io.github.terway4j.simulator.openapi.wire.Fields;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** An instance as the API shows it. */
final class InstanceShape {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

    private static final int MIB = 1_024;

    private InstanceShape() {}

    /** One item of DescribeInstances. */
    static Fields described(CloudRegion region, Instance instance) {
        var enis = region.cloud().describeEnis(List.of(new EniFilter.OfInstance(instance.id())));
        return attributes(region, instance)
                .put("InstanceTypeFamily", instance.type().family())
                .put("ResourceGroupId", instance.label().resourceGroup())
                .put("OSType", "linux")
                .list("NetworkInterfaces", "NetworkInterface", enis, InstanceShape::eni)
                .list("Tags", "Tag", List.copyOf(instance.label().tags().byKey().entrySet()), Tags::shape);
    }

    /** The answer to DescribeInstanceAttribute. */
    static Fields attributes(CloudRegion region, Instance instance) {
        return new Fields()
                .put("InstanceId", instance.id().text())
                .put("InstanceName", instance.label().name())
                .put("Description", instance.label().description())
                .put("HostName", instance.id().text())
                .put("Status", status(instance.status()))
                .put("RegionId", region.id())
                .put("ZoneId", instance.zone().text())
                .put("InstanceType", instance.type().name())
                .put("Cpu", instance.type().cpus())
                .put("Memory", (long) instance.type().memoryGib() * MIB)
                .put("InstanceNetworkType", "vpc")
                .put("InstanceChargeType", "PostPaid")
                .put("IoOptimized", true)
                .put("CreationTime", TO_THE_MINUTE.format(instance.created()))
                .texts("SecurityGroupIds", "SecurityGroupId", instance.securityGroups())
                .texts("PublicIpAddress", "IpAddress", List.of())
                .texts("InnerIpAddress", "IpAddress", List.of())
                .put(
                        "VpcAttributes",
                        new Fields()
                                .put("VpcId", instance.vpc().text())
                                .put("VSwitchId", instance.vSwitch().text())
                                .put("NatIpAddress", "")
                                .texts("PrivateIpAddress", "IpAddress", primaryAddress(region, instance)));
    }

    static String status(InstanceStatus status) {
        return switch (status) {
            case PENDING -> "Pending";
            case STARTING -> "Starting";
            case RUNNING -> "Running";
            case STOPPING -> "Stopping";
            case STOPPED -> "Stopped";
        };
    }

    private static List<?> primaryAddress(CloudRegion region, Instance instance) {
        return region.cloud()
                .eni(instance.primaryEni())
                .map(eni -> List.of(eni.eni().primaryAddress()))
                .orElse(List.of());
    }

    private static Fields eni(CloudEni eni) {
        return EniShape.withAddresses(
                new Fields()
                        .put("NetworkInterfaceId", eni.id().text())
                        .put("Type", EniWords.of(eni.eni().kind()))
                        .put("MacAddress", eni.eni().mac().toString())
                        .put("PrimaryIpAddress", eni.eni().primaryAddress().toString()),
                eni);
    }
}
