package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;

/** VPC API, CreateRouteEntry: the answer says that it has begun, not that it is done. */
final class CreateRouteEntry implements Operation {
    private static final int FEWEST_HOPS = 2;
    private static final int MOST_HOPS = 16;

    private final CloudRegion region;
    private final ClientTokens tokens = new ClientTokens();

    CreateRouteEntry(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        RouteShape.refuseDryRun(parameters);
        var order = new RouteOrder(
                parameters.required("RouteTableId", RouteTableId::new),
                RouteShape.destination(parameters.required("DestinationCidrBlock")),
                hop(parameters),
                parameters.text("RouteEntryName").orElse(""),
                parameters.text("Description").orElse(""));
        var made = CloudRegion.given(region.cloud().routes().create(order, tokens.read(parameters)));
        return new Fields().put("RouteEntryId", made.id());
    }

    /** One by type and id, or a list of several that share the load, and not both. */
    private static VpcNextHop hop(Parameters parameters) {
        var id = parameters.text("NextHopId");
        var several = parameters.things("NextHopList");
        if (!several.isEmpty()) {
            if (id.isPresent() || parameters.text("NextHopType").isPresent()) {
                throw Rejection.of(
                        "InvalidNexthopTypeAndList.BothNotNull", 400, "both nexthopType and nextHopList are not null.");
            }
            throw refused(several.size());
        }
        return id.map(there -> hop(parameters.text("NextHopType").orElse(RouteShape.INSTANCE), there))
                .orElseThrow(() -> Rejection.of(
                        "InvalidNexthopTypeAndList.BothNull", 400, "both nexthopType and nextHopList are null."));
    }

    private static VpcNextHop hop(String type, String id) {
        if (!RouteShape.HOP_TYPES.contains(type)) {
            throw Rejection.of(
                    "InvalidNextHopType", 400, "Specified parameter NextHopType is not valid: " + type + ".");
        }
        return switch (type) {
            case RouteShape.INSTANCE -> new VpcNextHop.ToInstance(new InstanceId(id));
            case RouteShape.ENI -> new VpcNextHop.ToEni(new EniId(id));
            default -> new VpcNextHop.Elsewhere(type, id);
        };
    }

    /** Only router interfaces share a load, and there are none here. */
    private static Rejection refused(int hops) {
        return hops < FEWEST_HOPS || hops > MOST_HOPS
                ? Rejection.of("InvalidNextHopList.Size", 400, "Nexthop list size should be between 2 and 16.")
                : Rejection.of("InvalidRouterInterface", 400, "invalid router interface.");
    }
}
