package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.catalogue.InstanceType;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, DescribeInstanceTypes: what the catalogue says, and what the scene has added to it. */
final class DescribeInstanceTypes implements Operation {
    private static final int LARGEST_PAGE = 100;

    private final CloudRegion region;

    DescribeInstanceTypes(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var names = parameters.list("InstanceTypes");
        var family = parameters.text("InstanceTypeFamily");
        var found = region.cloud().machines().types().stream()
                .filter(type -> names.isEmpty() || names.contains(type.name()))
                .filter(type -> family.map(type.family()::equals).orElse(true))
                .toList();
        var page = Paging.ByToken.read(parameters, LARGEST_PAGE).of(found, InstanceType::name);
        return page.fields().list("InstanceTypes", "InstanceType", page.items(), DescribeInstanceTypes::shape);
    }

    private static Fields shape(InstanceType type) {
        var limits = type.limits();
        return new Fields()
                .put("InstanceTypeId", limits.instanceType())
                .put("InstanceTypeFamily", type.family())
                .put("EniQuantity", limits.enis())
                .put("EniTotalQuantity", limits.totalEnis())
                .put("EniTrunkSupported", limits.trunk())
                .put("EniPrivateIpAddressQuantity", limits.ipv4PerEni())
                .put("EniIpv6AddressQuantity", limits.ipv6PerEni())
                .put("EriQuantity", limits.erdmaEnis());
    }
}
