package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.vpc.model.v20160428.DescribeRouteEntryListResponse.RouteEntry;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.route.RouteStatus;
import io.github.terway4j.domain.route.VpcNextHop;
import io.github.terway4j.domain.route.VpcRoute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Routes as the API tells of them. What is missing or unforeseen is refused by an exception. */
final class RouteReading {
    static final String INSTANCE = "Instance";

    private RouteReading() {}

    static VpcRoute route(RouteEntry told) {
        return new VpcRoute(
                destination(EniReading.required("DestinationCidrBlock", told.getDestinationCidrBlock())),
                hop(told.getNextHops()),
                status(EniReading.required("Status", told.getStatus())),
                Optional.ofNullable(told.getDescription()).orElse(""));
    }

    private static Cidr destination(String text) {
        return text.indexOf('/') < 0 ? Cidr.host(Ip.parse(text)) : Cidr.parse(text);
    }

    private static VpcNextHop hop(List<RouteEntry.NextHop> told) {
        return told.size() == 1 ? hop(told.getFirst()) : several(told);
    }

    private static VpcNextHop hop(RouteEntry.NextHop told) {
        var type = EniReading.required("NextHopType", told.getNextHopType());
        return switch (type) {
            case INSTANCE -> new VpcNextHop.ToInstance(new InstanceId(id(told)));
            case "NetworkInterface" -> new VpcNextHop.ToEni(new EniId(id(told)));
            default -> new VpcNextHop.Elsewhere(type, id(told));
        };
    }

    private static VpcNextHop several(List<RouteEntry.NextHop> told) {
        var ids = told.stream().map(RouteReading::id).collect(Collectors.joining(" "));
        return new VpcNextHop.Elsewhere("NextHopList", ids);
    }

    private static String id(RouteEntry.NextHop told) {
        return Optional.ofNullable(told.getNextHopId()).orElse("");
    }

    /** Of a route that is as it should be the cloud says now the one, now the other. */
    private static RouteStatus status(String status) {
        return switch (status) {
            case "Pending", "Creating" -> RouteStatus.CREATING;
            case "Available", "Created" -> RouteStatus.AVAILABLE;
            case "Modifying" -> RouteStatus.MODIFYING;
            case "Deleting" -> RouteStatus.DELETING;
            default -> throw new IllegalArgumentException("no route is in the status " + status);
        };
    }
}
