package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.PodDirectoryContract;
import io.github.terway4j.ports.out.PodDirectory;

final class SimulatedPodDirectoryTest implements PodDirectoryContract {
    private final SimulatedCluster cluster = new SimulatedCluster(1);
    private final SimulatedPodDirectory directory = new SimulatedPodDirectory(cluster, "node");

    SimulatedPodDirectoryTest() {
        cluster.addNode("node");
        cluster.addNode("another");
    }

    @Override
    public PodDirectory pods() {
        return directory;
    }

    @Override
    public PodFacts run(PodRef pod) {
        return cluster.start("node", pod).facts();
    }

    @Override
    public PodFacts runElsewhere(PodRef pod) {
        return cluster.start("another", pod).facts();
    }

    @Override
    public void end(PodRef pod) {
        cluster.stop(pod);
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
