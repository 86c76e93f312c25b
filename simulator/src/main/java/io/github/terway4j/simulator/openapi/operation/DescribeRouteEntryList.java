package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.Comparator;
import java.util.List;

/** VPC API, DescribeRouteEntryList. It knows pages by token only, and spells their size MaxResult. */
final class DescribeRouteEntryList implements Operation {
    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    private final CloudRegion region;

    DescribeRouteEntryList(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var page = Paging.ByToken.read(parameters, "MaxResult", USUAL_PAGE, LARGEST_PAGE)
                .of(found(parameters), RouteEntry::id);
        return page.fields().list("RouteEntrys", "RouteEntry", page.items(), RouteShape::described);
    }

    private List<RouteEntry> found(Parameters wanted) {
        var table = wanted.required("RouteTableId", RouteTableId::new);
        return CloudRegion.given(region.cloud().routes().entries(table)).stream()
                .filter(entry -> wanted.admits("RouteEntryId", entry.id()))
                .filter(entry -> wanted.admits("RouteEntryName", entry.name()))
                .filter(entry -> wanted.admits("RouteEntryType", RouteShape.kind(entry.kind())))
                .filter(entry -> wanted.admits("IpVersion", RouteShape.ipVersion(entry)))
                .filter(entry -> wanted.admits("NextHopType", RouteShape.type(entry.hop())))
                .filter(entry -> wanted.admits("NextHopId", RouteShape.id(entry.hop())))
                .filter(entry -> wanted.text("DestinationCidrBlock")
                        .map(RouteShape::destination)
                        .map(entry.destination()::equals)
                        .orElse(true))
                .sorted(Comparator.comparing(RouteEntry::id))
                .toList();
    }
}
