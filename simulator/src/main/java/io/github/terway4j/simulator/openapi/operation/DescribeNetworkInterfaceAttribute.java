package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.cloud.api.EniFilter;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;

/** ECS API, DescribeNetworkInterfaceAttribute: one ENI with everything, whichever "Attribute" is asked for. */
final class DescribeNetworkInterfaceAttribute implements Operation {
    private final CloudRegion region;

    DescribeNetworkInterfaceAttribute(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var id = Ids.eni(parameters);
        return region.cloud().describeEnis(List.of(new EniFilter.Ids(List.of(id)))).stream()
                .map(eni -> EniShape.described(region, eni))
                .findFirst()
                .orElseThrow(() -> Rejection.of("InvalidEniId.NotFound", 404, id + " does not exist"));
    }
}
