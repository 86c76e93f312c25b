package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** ECS API, UnassignPrivateIpAddresses and UnassignIpv6Addresses: the same but for the list's name. */
final class UnassignAddresses implements Operation {
    private final CloudRegion region;
    private final String list;

    private UnassignAddresses(CloudRegion region, String list) {
        this.region = region;
        this.list = list;
    }

    static UnassignAddresses of(CloudRegion region, IpFamily family) {
        return new UnassignAddresses(
                region,
                switch (family) {
                    case V4 -> "PrivateIpAddress";
                    case V6 -> "Ipv6Address";
                });
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var eni = parameters.required("NetworkInterfaceId", EniId::new);
        var addresses = parameters.list(list, Ip::parse);
        if (addresses.isEmpty()) {
            throw Rejection.missing(list);
        }
        CloudRegion.given(region.cloud().unassign(eni, addresses));
        return new Fields();
    }
}
