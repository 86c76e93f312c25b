package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.RouteTable;

class SimulatedRouteTableContract implements OnSimulatedRoutes {
    private final Ground ground = Ground.calm();
    private final RouteTable table = ground.table(Passage.direct());

    @Override
    public Ground ground() {
        return ground;
    }

    @Override
    public RouteTable table() {
        return table;
    }
}
