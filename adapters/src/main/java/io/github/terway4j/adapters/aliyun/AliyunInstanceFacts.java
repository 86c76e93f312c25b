package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.DescribeInstanceTypesRequest;
import com.aliyuncs.ecs.model.v20140526.DescribeInstanceTypesResponse;
import com.aliyuncs.ecs.model.v20140526.DescribeInstanceTypesResponse.InstanceType;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.InstanceIdentity;
import io.github.terway4j.ports.out.InstanceMetadata;
import io.github.terway4j.ports.out.NodeFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the machine says of itself, with what the ECS API says of its type and of its primary ENI: nothing else knows the
 * limits and the security groups.
 */
public final class AliyunInstanceFacts implements InstanceFacts {
    private final AliyunApi api;
    private final InstanceMetadata metadata;

    public AliyunInstanceFacts(AliyunApi api, InstanceMetadata metadata) {
        this.api = api;
        this.metadata = metadata;
    }

    @Override
    public CloudOutcome<NodeFacts> read() {
        return metadata.self()
                .then(self -> limits(self.type())
                        .then(limits -> securityGroups(self)
                                .then(groups -> new CloudOutcome.Done<>(facts(self, limits, groups)))));
    }

    private static NodeFacts facts(InstanceIdentity self, InstanceLimits limits, List<SecurityGroupId> groups) {
        return new NodeFacts(self.instance(), self.zone(), self.vSwitch(), groups, self.hostAddresses(), limits);
    }

    /** No pod can be served before this is known. */
    private CloudOutcome<InstanceLimits> limits(String type) {
        var request = new DescribeInstanceTypesRequest();
        request.setInstanceTypess(List.of(type));
        return api.send(request, DescribeInstanceTypesResponse::getRequestId, Urgency.WAITING_POD)
                .then(answer -> AliyunApi.read(
                        answer,
                        described -> described.getInstanceTypes().stream()
                                .filter(one -> type.equals(one.getInstanceTypeId()))
                                .findFirst()
                                .map(AliyunInstanceFacts::limits)))
                .then(found -> found.<CloudOutcome<InstanceLimits>>map(CloudOutcome.Done::new)
                        .orElseGet(() -> new CloudOutcome.NotFound<>("the cloud does not describe the type " + type)));
    }

    private static InstanceLimits limits(InstanceType type) {
        var enis = told("EniQuantity", type.getEniQuantity());
        return new InstanceLimits(
                type.getInstanceTypeId(),
                enis,
                // Old types say nothing of members, and have none.
                Math.max(enis, or0(type.getEniTotalQuantity())),
                told("EniPrivateIpAddressQuantity", type.getEniPrivateIpAddressQuantity()),
                or0(type.getEniIpv6AddressQuantity()),
                Boolean.TRUE.equals(type.getEniTrunkSupported()),
                or0(type.getEriQuantity()));
    }

    private CloudOutcome<List<SecurityGroupId>> securityGroups(InstanceIdentity self) {
        return new EniDescriptions(api, Urgency.WAITING_POD)
                .securityGroups(self.instance(), self.primaryMac())
                .then(found -> found.<CloudOutcome<List<SecurityGroupId>>>map(CloudOutcome.Done::new)
                        .orElseGet(() -> new CloudOutcome.Unknown<>("the cloud does not list the primary ENI of %s, %s"
                                .formatted(self.instance(), self.primaryMac()))));
    }

    private static int told(String field, @Nullable Integer value) {
        return Optional.ofNullable(value).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static int or0(@Nullable Integer value) {
        return Optional.ofNullable(value).orElse(0);
    }
}
