package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, DeleteInstance. */
final class DeleteInstance implements Operation {
    private final CloudRegion region;

    DeleteInstance(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var force = parameters.flag("Force").orElse(false);
        CloudRegion.given(region.cloud().machines().delete(Ids.instance(parameters), force));
        return new Fields();
    }
}
