package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.Grant;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** ECS API, AssignPrivateIpAddresses and AssignIpv6Addresses, which answer in different shapes. */
final class AssignAddresses implements Operation {
    private final CloudRegion region;
    private final IpFamily family;

    AssignAddresses(CloudRegion region, IpFamily family) {
        this.region = region;
        this.family = family;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        var eni = Ids.eni(parameters);
        var wish = Wishes.read(parameters, family);
        if (wish.places() == 0) {
            throw Rejection.of(
                    "MissingParameter",
                    400,
                    "The input parameter %s that is mandatory for processing this request is not supplied."
                            .formatted(Wishes.count(family)));
        }
        var assignment = new Assignment(eni, family, wish);
        var cloud = region.cloud();
        return shape(
                eni,
                CloudRegion.given(parameters
                        .read("ClientToken", ClientToken::new)
                        .map(token -> cloud.assign(assignment, token))
                        .orElseGet(() -> cloud.assign(assignment))));
    }

    private Fields shape(EniId eni, Grant grant) {
        var fields = new Fields().put("NetworkInterfaceId", eni.text());
        return switch (family) {
            case V4 ->
                new Fields()
                        .put(
                                "AssignedPrivateIpAddressesSet",
                                fields.texts("PrivateIpSet", "PrivateIpAddress", grant.addresses())
                                        .texts("Ipv4PrefixSet", "Ipv4Prefixes", grant.prefixes()));
            case V6 ->
                fields.texts("Ipv6Sets", "Ipv6Address", grant.addresses())
                        .texts("Ipv6PrefixSets", "Ipv6Prefix", grant.prefixes());
        };
    }
}
