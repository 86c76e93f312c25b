package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.Withdrawal;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** ECS API, UnassignPrivateIpAddresses and UnassignIpv6Addresses: the same but for the lists' names. */
final class UnassignAddresses implements Operation {
    private final CloudRegion region;
    private final IpFamily family;

    UnassignAddresses(CloudRegion region, IpFamily family) {
        this.region = region;
        this.family = family;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var gone = new Withdrawal(
                Ids.eni(parameters), Wishes.addresses(parameters, family), Wishes.prefixes(parameters, family));
        if (gone.addresses().isEmpty() && gone.prefixes().isEmpty()) {
            throw Rejection.of(
                    "MissingParameter",
                    400,
                    "The input parameter %s that is mandatory for processing this request is not supplied."
                            .formatted(Wishes.list(family)));
        }
        CloudRegion.given(region.cloud().unassign(gone));
        return new Fields();
    }
}
