package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, DeleteNetworkInterface: the answer says that it has begun, not that it is done. */
final class DeleteNetworkInterface implements Operation {
    private final CloudRegion region;

    DeleteNetworkInterface(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        CloudRegion.given(region.cloud().delete(Ids.eni(parameters)));
        return new Fields();
    }
}
