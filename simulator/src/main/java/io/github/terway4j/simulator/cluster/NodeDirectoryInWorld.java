package io.github.terway4j.simulator.cluster;

import io.github.terway4j.ports.out.NodeCensus;
import io.github.terway4j.ports.out.NodeDirectory;
import io.github.terway4j.ports.out.NodeLookup;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;

/** What one process of a world is told of nodes: nobody remembers it, so the API server is asked over the network. */
public final class NodeDirectoryInWorld implements NodeDirectory {
    /** Chosen, as for pods. */
    private static final Spread ASKING = Spread.ofMillis(2, 40);

    private final NodeDirectory directory;
    private final SimulatedProcess caller;

    public NodeDirectoryInWorld(NodeDirectory directory, SimulatedProcess caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @Override
    public NodeLookup self() {
        return caller.request("read the own node", ASKING, directory::self, NodeLookup.Unreadable::new);
    }

    @Override
    public NodeCensus census() {
        return caller.request("list nodes", ASKING, directory::census, NodeCensus.Unreadable::new);
    }
}
