package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.List;

/** VPC API, DescribeRouteTableList. It knows pages by number only. */
final class DescribeRouteTableList implements Operation {
    private static final int LARGEST_PAGE = 50;
    private static final String ROUTER_TYPE = "VRouter";

    private final CloudRegion region;

    DescribeRouteTableList(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.allow(parameters);
        var found = region.cloud().routes().tables().stream()
                .filter(table -> is(parameters, "RouteTableId", table.id().text()))
                .filter(table -> is(parameters, "RouteTableName", ""))
                .filter(table -> is(parameters, "RouterId", table.router()))
                .filter(table -> is(parameters, "RouterType", ROUTER_TYPE))
                .filter(table -> is(parameters, "VpcId", table.vpc().text()))
                .toList();
        var page = Paging.ByNumber.read(parameters, LARGEST_PAGE)
                .of(found, table -> table.id().text());
        return page.fields().list("RouterTableList", "RouterTableListType", page.items(), this::shape);
    }

    private Fields shape(CloudRouteTable table) {
        return new Fields()
                .put("RouteTableId", table.id().text())
                .put("RouteTableType", RouteShape.kind(table.kind()))
                .put("RouteTableName", "")
                .put("Description", "")
                .put("VpcId", table.vpc().text())
                .put("RouterId", table.router())
                .put("RouterType", ROUTER_TYPE)
                .put("AssociateType", "VSwitch")
                .put("Status", "Available")
                .put("CreationTime", table.created().toString())
                .put("OwnerId", region.account())
                .texts("VSwitchIds", "VSwitchId", associated(table));
    }

    /** A vSwitch goes by the system table unless it is given another, and here none is. */
    private List<String> associated(CloudRouteTable table) {
        return switch (table.kind()) {
            case CUSTOM -> List.of();
            case SYSTEM ->
                region.cloud().vSwitches().stream()
                        .map(VSwitch::id)
                        .filter(id -> region.cloud().vpcOf(id).equals(table.vpc()))
                        .map(Object::toString)
                        .toList();
        };
    }

    private static boolean is(Parameters wanted, String name, String value) {
        return wanted.text(name).map(value::equals).orElse(true);
    }
}
