package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.NodeConditions;
import java.time.InstantSource;

/** What one node says of itself, kept by the cluster. */
public final class SimulatedNodeConditions implements NodeConditions {
    private final SimulatedCluster cluster;
    private final String node;
    private final InstantSource clock;

    public SimulatedNodeConditions(SimulatedCluster cluster, String node, InstantSource clock) {
        this.cluster = cluster;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public void say(NodeCondition condition) {
        cluster.say(node, condition, clock.instant());
    }
}
