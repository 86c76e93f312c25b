package io.github.terway4j.features.stage;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.util.function.Function;

/** How agents reach the cloud. */
@FunctionalInterface
interface CloudReach {
    Reached of(SimulatedProcess agent, InstanceId self);

    /** What one agent has of it. */
    record Reached(InstanceFacts facts, CloudNetwork network, Function<RouteTableId, RouteTable> routes) {}
}
