package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.RouteTable;
import java.time.Duration;

class SimulatedRouteTableContract implements OnSimulatedRoutes {
    private final TestClock clock = new TestClock();
    private final TwoVpcs vpcs = TwoVpcs.in(new SimulatedCloud(7, clock, EniTemper.CALM));
    private final RouteTable table =
            new SimulatedRouteTable(vpcs.here().cloud(), vpcs.table().id(), Passage.direct());

    @Override
    public RouteTable table() {
        return table;
    }

    @Override
    public TwoVpcs vpcs() {
        return vpcs;
    }

    @Override
    public void passTime(Duration length) {
        clock.pass(length);
    }
}
