package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import java.util.Optional;

/** What the API server tells one node of all nodes. */
public final class SimulatedNodeDirectory implements NodeDirectory {
    private final SimulatedCluster cluster;
    private final String self;
    private volatile Optional<String> cutOff = Optional.empty();

    public SimulatedNodeDirectory(SimulatedCluster cluster, String self) {
        this.cluster = cluster;
        this.self = self;
    }

    @Override
    public NodeLookup self() {
        return cutOff.<NodeLookup>map(NodeLookup.Unreadable::new)
                .orElseGet(() -> cluster.node(self)
                        .<NodeLookup>map(NodeLookup.Found::new)
                        .orElseGet(NodeLookup.Absent::new));
    }

    @Override
    public NodeCensus census() {
        return cutOff.<NodeCensus>map(NodeCensus.Unreadable::new)
                .orElseGet(() -> new NodeCensus.Complete(cluster.listedNodes()));
    }

    /** From now on nothing can be read. */
    public void cutOff(String why) {
        cutOff = Optional.of(why);
    }

    public void reconnect() {
        cutOff = Optional.empty();
    }
}
