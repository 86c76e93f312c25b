package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.simulator.cloud.api.AttachOrder;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, AttachNetworkInterface: the answer says that it has begun, not that it is done. */
final class AttachNetworkInterface implements Operation {
    private final CloudRegion region;

    AttachNetworkInterface(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var order = new AttachOrder(
                Ids.eni(parameters),
                Ids.instance(parameters),
                parameters.read("TrunkNetworkInstanceId", EniId::new),
                parameters.integer("NetworkCardIndex").orElse(0));
        CloudRegion.given(region.cloud().attach(order));
        return new Fields();
    }
}
