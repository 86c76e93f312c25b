package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.Instance;
import io.github.terway4j.simulator.cloud.api.InstanceOrder;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;

/** ECS API, RunInstances in its simplest form: disks, images and prices are not heeded. */
final class RunInstances implements Operation {
    private final CloudRegion region;

    RunInstances(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var order = new InstanceOrder(
                parameters.required("InstanceType"),
                parameters.required("VSwitchId", VSwitchId::new),
                Ids.securityGroups(parameters),
                parameters.integer("Amount").orElse(1),
                Labels.read(parameters, "InstanceName"),
                parameters.read("PrivateIpAddress", Ip::parse),
                parameters.integer("Ipv6AddressCount").orElse(0));
        var machines = region.cloud().machines();
        var made = CloudRegion.given(parameters
                .read("ClientToken", ClientToken::new)
                .map(token -> machines.run(order, token))
                .orElseGet(() -> machines.run(order)));
        return new Fields()
                .texts(
                        "InstanceIdSets",
                        "InstanceIdSet",
                        made.stream().map(Instance::id).toList());
    }
}
