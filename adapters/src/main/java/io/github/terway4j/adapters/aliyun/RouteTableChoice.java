package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.vpc.model.v20160428.DescribeRouteTableListRequest;
import com.aliyuncs.vpc.model.v20160428.DescribeRouteTableListResponse;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Which route table of a VPC is meant. Of several nobody but the operator can tell: vSwitches go by different ones. */
final class RouteTableChoice {
    private final AliyunApi api;
    private final VpcId vpc;
    private final AtomicReference<Optional<RouteTableId>> known;

    RouteTableChoice(AliyunApi api, VpcId vpc, Optional<RouteTableId> told) {
        this.api = api;
        this.vpc = vpc;
        this.known = new AtomicReference<>(told);
    }

    /** Looks only once: a table that is added later does not make another of the one that we have used. */
    CloudOutcome<RouteTableId> table() {
        return known.get()
                .<CloudOutcome<RouteTableId>>map(CloudOutcome.Done::new)
                .orElseGet(this::look);
    }

    private CloudOutcome<RouteTableId> look() {
        var request = new DescribeRouteTableListRequest();
        request.setVpcId(vpc.text());
        // Two are too many already, so no second page is ever needed.
        request.setPageSize(2);
        return api.send(request, DescribeRouteTableListResponse::getRequestId, Urgency.WAITING_POD)
                .then(answer -> AliyunApi.read(answer, RouteTableChoice::ids))
                .then(this::only);
    }

    private CloudOutcome<RouteTableId> only(List<RouteTableId> tables) {
        return switch (tables.size()) {
            case 0 -> new CloudOutcome.NotFound<>(vpc + " has no route table");
            case 1 -> {
                known.set(Optional.of(tables.getFirst()));
                yield new CloudOutcome.Done<>(tables.getFirst());
            }
            default ->
                new CloudOutcome.Denied<>("%s has several route tables, %s among them: say which one is to be used"
                        .formatted(vpc, tables));
        };
    }

    private static List<RouteTableId> ids(DescribeRouteTableListResponse answer) {
        return answer.getRouterTableList().stream()
                .map(table -> new RouteTableId(EniReading.required("RouteTableId", table.getRouteTableId())))
                .toList();
    }
}
