package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** ECS API, AssignIpv6Addresses. */
final class AssignIpv6Addresses implements Operation {
    private static final String COUNT = "Ipv6AddressCount";

    private final CloudRegion region;
    private final ClientTokens tokens = new ClientTokens();

    AssignIpv6Addresses(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var eni = parameters.required("NetworkInterfaceId", EniId::new);
        var count = parameters.integer(COUNT).orElseThrow(() -> Rejection.missing(COUNT));
        var assigned = CloudRegion.given(
                region.cloud().assign(new Assignment(eni, IpFamily.V6, count), tokens.read(parameters)));
        return new Fields()
                .put("NetworkInterfaceId", eni.text())
                .texts("Ipv6Sets", "Ipv6Address", assigned.addresses());
    }
}
