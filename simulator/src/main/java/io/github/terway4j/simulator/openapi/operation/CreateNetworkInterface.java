package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.List;

/** ECS API, CreateNetworkInterface. */
final class CreateNetworkInterface implements Operation {
    private final CloudRegion region;
    private final ClientTokens tokens = new ClientTokens();

    CreateNetworkInterface(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var order = new EniOrder(
                parameters.required("VSwitchId", VSwitchId::new),
                securityGroups(parameters),
                1 + parameters.integer("SecondaryPrivateIpAddressCount").orElse(0),
                parameters.integer("Ipv6AddressCount").orElse(0),
                Tags.read(parameters));
        return EniShape.created(region, CloudRegion.given(region.cloud().create(order, tokens.read(parameters))));
    }

    /** One, or a list, and not both. */
    private static List<SecurityGroupId> securityGroups(Parameters parameters) {
        var one = parameters.read("SecurityGroupId", SecurityGroupId::new);
        var list = parameters.list("SecurityGroupIds", SecurityGroupId::new);
        if (one.isPresent() && !list.isEmpty()) {
            throw Rejection.of("InvalidParameter.Conflict", 400, "Either SecurityGroupId or SecurityGroupIds.");
        }
        if (one.isEmpty() && list.isEmpty()) {
            throw Rejection.missing("SecurityGroupId");
        }
        return one.map(List::of).orElse(list);
    }
}
