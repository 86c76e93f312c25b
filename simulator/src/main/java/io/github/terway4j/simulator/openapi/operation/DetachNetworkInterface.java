package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.simulator.cloud.api.DetachOrder;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, DetachNetworkInterface: the answer says that it has begun, not that it is done. */
final class DetachNetworkInterface implements Operation {
    private final CloudRegion region;

    DetachNetworkInterface(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var order = new DetachOrder(
                Ids.eni(parameters), Ids.instance(parameters), parameters.read("TrunkNetworkInstanceId", EniId::new));
        CloudRegion.given(region.cloud().detach(order));
        return new Fields();
    }
}
