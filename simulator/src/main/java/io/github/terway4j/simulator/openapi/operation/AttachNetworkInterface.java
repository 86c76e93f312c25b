package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
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
        var eni = parameters.required("NetworkInterfaceId", EniId::new);
        var instance = parameters.required("InstanceId", InstanceId::new);
        CloudRegion.given(region.cloud().attach(eni, instance));
        return new Fields();
    }
}
