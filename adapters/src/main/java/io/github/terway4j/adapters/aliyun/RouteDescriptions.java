package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.vpc.model.v20160428.DescribeRouteEntryListRequest;
import com.aliyuncs.vpc.model.v20160428.DescribeRouteEntryListResponse;
import com.aliyuncs.vpc.model.v20160428.DescribeRouteEntryListResponse.RouteEntry;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the cloud says of a table's custom routes, to the last page or not at all. */
final class RouteDescriptions {
    /** The most that the API allows (VPC API, DescribeRouteEntryList). */
    private static final int PAGE = 500;

    private static final Pages<DescribeRouteEntryListResponse, RouteEntry> PAGES =
            new Pages<>(DescribeRouteEntryListResponse::getRouteEntrys, DescribeRouteEntryListResponse::getNextToken);

    private final AliyunApi api;
    private final RouteTableId table;

    RouteDescriptions(AliyunApi api, RouteTableId table) {
        this.api = api;
        this.table = table;
    }

    CloudOutcome<List<VpcRoute>> all() {
        return read(any -> {});
    }

    CloudOutcome<Optional<VpcRoute>> to(Cidr destination) {
        return read(query -> query.setDestinationCidrBlock(destination.toString()))
                .then(routes -> new CloudOutcome.Done<>(routes.stream()
                        .filter(route -> route.destination().equals(destination))
                        .findFirst()));
    }

    private CloudOutcome<List<VpcRoute>> read(Consumer<DescribeRouteEntryListRequest> which) {
        return pages(which)
                .then(entries -> AliyunApi.read(
                        entries,
                        told -> told.stream()
                                .map(RouteReading::route)
                                .sorted(Comparator.comparing(VpcRoute::destination))
                                .toList()));
    }

    private CloudOutcome<List<RouteEntry>> pages(Consumer<DescribeRouteEntryListRequest> which) {
        return PAGES.all(token -> {
            var query = new DescribeRouteEntryListRequest();
            query.setRouteTableId(table.text());
            query.setRouteEntryType("Custom");
            query.setMaxResult(PAGE);
            which.accept(query);
            token.ifPresent(query::setNextToken);
            return api.send(query, DescribeRouteEntryListResponse::getRequestId, Urgency.WAITING_POD);
        });
    }
}
