package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.vpc.model.v20160428.CreateRouteEntryRequest;
import com.aliyuncs.vpc.model.v20160428.CreateRouteEntryResponse;
import com.aliyuncs.vpc.model.v20160428.DeleteRouteEntryRequest;
import com.aliyuncs.vpc.model.v20160428.DeleteRouteEntryResponse;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.route.VpcRoute;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.ports.out.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A route table of a VPC by the VPC OpenAPI. One object for each VPC in a process: it asks for one change at a time,
 * since the cloud refuses two at once.
 */
public final class AliyunRouteTable implements RouteTable {
    private final AliyunApi api;
    private final RouteTableChoice choice;
    private final ReentrantLock change = new ReentrantLock();

    /** @param told which table it is; need not be said of a VPC that has only one */
    public AliyunRouteTable(AliyunApi api, VpcId vpc, Optional<RouteTableId> told) {
        this.api = api;
        this.choice = new RouteTableChoice(api, vpc, told);
    }

    @Override
    public CloudOutcome<List<VpcRoute>> routes() {
        return choice.table().then(table -> new RouteDescriptions(api, table).all());
    }

    @Override
    public CloudOutcome<Nothing> add(Cidr destination, InstanceId instance, ClientToken token) {
        return choice.table().then(table -> {
            var request = new CreateRouteEntryRequest();
            request.setRouteTableId(table.text());
            request.setDestinationCidrBlock(destination.toString());
            request.setNextHopType(RouteReading.INSTANCE);
            request.setNextHopId(instance.text());
            request.setDescription(VpcRoute.MARK);
            request.setClientToken(token.text());
            var outcome = alone(() -> api.send(request, CreateRouteEntryResponse::getRequestId, Urgency.WAITING_POD));
            // The cloud has three codes for a destination that is taken, and none of them says by whom.
            return outcome instanceof CloudOutcome.Conflict<?> && leads(table, destination, instance)
                    ? done()
                    : outcome.then(_ -> done());
        });
    }

    @Override
    public CloudOutcome<Nothing> remove(Cidr destination, InstanceId instance) {
        return choice.table().then(table -> {
            var request = new DeleteRouteEntryRequest();
            request.setRouteTableId(table.text());
            request.setDestinationCidrBlock(destination.toString());
            request.setNextHopId(instance.text());
            var outcome = alone(() -> api.send(request, DeleteRouteEntryResponse::getRequestId, Urgency.GIVE_BACK));
            return outcome instanceof CloudOutcome.NotFound<?>
                    ? new RouteDescriptions(api, table).to(destination).then(_ -> done())
                    : outcome.then(_ -> done());
        });
    }

    private boolean leads(RouteTableId table, Cidr destination, InstanceId instance) {
        return new RouteDescriptions(api, table).to(destination)
                        instanceof CloudOutcome.Done<Optional<VpcRoute>>(var found)
                && found.filter(route -> route.leadsTo(instance) && route.status() != RouteStatus.DELETING)
                        .isPresent();
    }

    private <T> CloudOutcome<T> alone(Supplier<CloudOutcome<T>> call) {
        change.lock();
        try {
            return call.get();
        } finally {
            change.unlock();
        }
    }

    private static CloudOutcome<Nothing> done() {
        return new CloudOutcome.Done<>(Nothing.NOTHING);
    }
}
