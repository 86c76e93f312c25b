package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.simulator.cloud.api.RouteRemoval;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** VPC API, DeleteRouteEntry: the answer says that it has begun, not that it is done. It knows no client token. */
final class DeleteRouteEntry implements Operation {
    private final CloudRegion region;

    DeleteRouteEntry(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        RouteShape.refuseDryRun(parameters);
        CloudRegion.given(region.cloud().routes().delete(removal(parameters)));
        return new Fields();
    }

    private static RouteRemoval removal(Parameters parameters) {
        var id = parameters.text("RouteEntryId");
        var destination = parameters.text("DestinationCidrBlock");
        if (id.isPresent() && destination.isPresent()) {
            throw Rejection.of(
                    "ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock",
                    400,
                    "Either RouteEntryId, or RouteTableId and DestinationCidrBlock.");
        }
        return id.<RouteRemoval>map(RouteRemoval.ById::new).orElseGet(() -> byDestination(parameters));
    }

    private static RouteRemoval byDestination(Parameters parameters) {
        var table = parameters.required("RouteTableId", RouteTableId::new);
        var destination = RouteShape.destination(parameters.required("DestinationCidrBlock"));
        var hop = parameters
                .text("NextHopId")
                .orElseThrow(() ->
                        Rejection.of("InvalidNextHop", 400, "Specified nexthop and nexthop list cannot both null."));
        return new RouteRemoval.ByDestination(table, destination, hop);
    }
}
