package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.Optional;

/** What one node can see of the cluster: its own pods, unless it is cut off. */
public final class SimulatedPodDirectory implements PodDirectory {
    private final SimulatedCluster cluster;
    private final String node;
    private volatile Optional<String> cutOff = Optional.empty();
    private volatile Optional<PodCensus.Complete> stale = Optional.empty();

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

    @Override
    public PodCensus census() {
        return cutOff.<PodCensus>map(PodCensus.Unreadable::new).or(() -> stale).orElseGet(() -> cluster.census(node));
    }

    /** From now on it says of all pods together what was so before, as an API server does that lags behind. */
    public void lagBehind() {
        stale = Optional.of(cluster.census(node));
    }

    public void catchUp() {
        stale = Optional.empty();
    }

    /** From now on nothing can be read. */
    public void cutOff(String why) {
        cutOff = Optional.of(why);
    }

    public void reconnect() {
        cutOff = Optional.empty();
    }
}
