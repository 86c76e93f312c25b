package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.NodeDirectoryContract;
import io.github.terway4j.ports.out.NodeDirectory;

final class SimulatedNodeDirectoryTest implements NodeDirectoryContract {
    private final SimulatedCluster cluster = new SimulatedCluster(1);
    private final SimulatedNodeDirectory directory = new SimulatedNodeDirectory(cluster, SELF.name());

    @Override
    public NodeDirectory nodes() {
        return directory;
    }

    @Override
    public void join(ListedNode node) {
        cluster.addNode(node);
    }

    @Override
    public void leave(ListedNode node) {
        cluster.removeNode(node.name());
    }

    @Override
    public void cutOff() {
        directory.cutOff("no route to the API server");
    }

    @Override
    public void reconnect() {
        directory.reconnect();
    }
}
