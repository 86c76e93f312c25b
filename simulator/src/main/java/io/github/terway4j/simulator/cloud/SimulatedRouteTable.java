package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.cloud.api.Answer;
import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.RouteEntry;
import io.github.terway4j.simulator.cloud.api.RouteKind;
import io.github.terway4j.simulator.cloud.api.RouteOrder;
import io.github.terway4j.simulator.cloud.api.RouteRemoval;
import java.util.List;
import java.util.function.Supplier;

/** One route table of the simulated cloud as one caller meets it, at the far end of a {@link Passage}. */
public final class SimulatedRouteTable implements RouteTable {
    private final CloudRoutes routes;
    private final RouteTableId table;
    private final QuirkyWay way;

    public SimulatedRouteTable(SimulatedCloud cloud, RouteTableId table, Passage passage) {
        this.routes = cloud.routes();
        this.table = table;
        this.way = new QuirkyWay(cloud, passage);
    }

    @Override
    public CloudOutcome<List<VpcRoute>> routes() {
        return call(
                "DescribeRouteEntryList",
                "routes of " + table,
                () -> routes.entries(table).map(SimulatedRouteTable::custom));
    }

    @Override
    public CloudOutcome<Nothing> add(Cidr destination, InstanceId instance, ClientToken token) {
        var order = new RouteOrder(table, destination, new VpcNextHop.ToInstance(instance), "", VpcRoute.MARK);
        return call(
                "CreateRouteEntry",
                "route %s to %s".formatted(destination, instance),
                () -> done(routes.create(order, token).map(made -> Nothing.NOTHING), ApiError.ROUTE_EXISTS));
    }

    @Override
    public CloudOutcome<Nothing> remove(Cidr destination, InstanceId instance) {
        var removal = new RouteRemoval.ByDestination(table, destination, instance.text());
        return call(
                "DeleteRouteEntry",
                "no longer route %s to %s".formatted(destination, instance),
                () -> done(routes.delete(removal), ApiError.ROUTE_ENTRY_NOT_FOUND));
    }

    private static List<VpcRoute> custom(List<RouteEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() == RouteKind.CUSTOM)
                .map(entry -> new VpcRoute(entry.destination(), entry.hop(), entry.status(), entry.description()))
                .toList();
    }

    /** One refusal means that what was asked for is so already. */
    private static Answer<Nothing> done(Answer<Nothing> answer, ApiError soAlready) {
        return answer instanceof Answer.Refused<Nothing> refused && refused.error() == soAlready
                ? new Answer.Given<>(Nothing.NOTHING)
                : answer;
    }

    private <T> CloudOutcome<T> call(String action, String words, Supplier<Answer<T>> atTheCloud) {
        return way.call(action, words, () -> Translation.outcome(atTheCloud.get()));
    }
}
