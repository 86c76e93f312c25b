package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.simulator.cloud.catalogue.InstanceTypes;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, DescribeInstanceTypes: what the catalogue says, whatever region is asked. */
final class DescribeInstanceTypes implements Operation {
    private static final int LARGEST_PAGE = 100;

    private final CloudRegion region;
    private final InstanceTypes types = InstanceTypes.known();

    DescribeInstanceTypes(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var names = parameters.list("InstanceTypes");
        var family = parameters.text("InstanceTypeFamily");
        var found = types.all().stream()
                .filter(type -> names.isEmpty() || names.contains(type.instanceType()))
                .filter(type -> family.map(InstanceShape.family(type.instanceType())::equals)
                        .orElse(true))
                .toList();
        var page = Paging.ByToken.read(parameters, LARGEST_PAGE).of(found, InstanceLimits::instanceType);
        return page.fields().list("InstanceTypes", "InstanceType", page.items(), DescribeInstanceTypes::shape);
    }

    private static Fields shape(InstanceLimits limits) {
        return new Fields()
                .put("InstanceTypeId", limits.instanceType())
                .put("InstanceTypeFamily", InstanceShape.family(limits.instanceType()))
                .put("EniQuantity", limits.enis())
                .put("EniTotalQuantity", limits.totalEnis())
                .put("EniTrunkSupported", limits.trunk())
                .put("EniPrivateIpAddressQuantity", limits.ipv4PerEni())
                .put("EniIpv6AddressQuantity", limits.ipv6PerEni())
                .put("EriQuantity", limits.erdmaEnis());
    }
}
