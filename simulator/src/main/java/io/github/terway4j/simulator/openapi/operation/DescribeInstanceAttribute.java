package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** ECS API, DescribeInstanceAttribute. */
final class DescribeInstanceAttribute implements Operation {
    private final CloudRegion region;

    DescribeInstanceAttribute(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var id = Ids.instance(parameters);
        return region.cloud()
                .instance(id)
                .map(instance -> InstanceShape.attributes(region, instance))
                .orElseThrow(() -> Rejection.of("InvalidInstanceId.NotFound", 404, id + " does not exist"));
    }
}
