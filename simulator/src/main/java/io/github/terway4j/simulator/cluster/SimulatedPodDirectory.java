package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.Optional;

/** What one node can see of the cluster: its own pods, unless it is cut off. */
public final class SimulatedPodDirectory implements PodDirectory {
    private final SimulatedCluster cluster;
    private final String node;
    private volatile Optional<String> cutOff = Optional.empty();

    public SimulatedPodDirectory(SimulatedCluster cluster, String node) {
        this.cluster = cluster;
        this.node = node;
    }

    @Override
    public PodLookup find(PodRef pod) {
        return cutOff.<PodLookup>map(PodLookup.Unreadable::new)
                .orElseGet(() -> cluster.find(pod)
                        .filter(found -> found.node().equals(node))
                        .<PodLookup>map(found -> new PodLookup.Found(found.facts()))
                        .orElseGet(PodLookup.Absent::new));
    }

    /** From now on nothing can be read. */
    public void cutOff(String why) {
        cutOff = Optional.of(why);
    }

    public void reconnect() {
        cutOff = Optional.empty();
    }
}
