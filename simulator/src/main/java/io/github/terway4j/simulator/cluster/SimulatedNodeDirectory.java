package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;

/** What the API server tells one node of all nodes. */
public final class SimulatedNodeDirectory implements NodeDirectory {
    private final SimulatedCluster cluster;
    private final String self;

    public SimulatedNodeDirectory(SimulatedCluster cluster, String self) {
        this.cluster = cluster;
        this.self = self;
    }

    @Override
    public NodeLookup self() {
        return cluster.node(self).<NodeLookup>map(NodeLookup.Found::new).orElseGet(NodeLookup.Absent::new);
    }

    @Override
    public NodeCensus census() {
        return new NodeCensus.Complete(cluster.listedNodes());
    }
}
