package io.github.terway4j.app.stage;

import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The simulated cluster's pods of one node, told to whoever waits. */
final class ClusterFeed implements PodFeed {
    private final SimulatedCluster cluster;
    private final String node;
    private final Tasks tasks;
    private final Tasks.Signal changed;
    private final TreeMap<Long, PodRef> changes = new TreeMap<>();

    ClusterFeed(SimulatedCluster cluster, String node, Tasks tasks) {
        this.cluster = cluster;
        this.node = node;
        this.tasks = tasks;
        changed = tasks.signal("pods of " + node + " changed");
        changed.raise();
        cluster.whenChanged(this::remember);
    }

    private void remember(PodRef pod) {
        synchronized (changes) {
            changes.put(changed.count() + 1, pod);
            changed.raise();
        }
    }

    @Override
    public PodNews newerThan(long seen, Duration patience) {
        changed.awaitBeyond(seen, tasks.instant().plus(patience));
        long version;
        List<PodRef> pods;
        synchronized (changes) {
            version = changed.count();
            pods = List.copyOf(changes.tailMap(seen, false).values());
        }
        // Outside the lock: the cluster calls us under its own.
        return seen == 0 ? new PodNews.Listed(version, facts()) : changed(version, pods);
    }

    private PodNews changed(long version, List<PodRef> pods) {
        var present = new ArrayList<PodFacts>();
        var gone = new ArrayList<PodRef>();
        for (var pod : pods) {
            here(pod).ifPresentOrElse(running -> present.add(running.facts()), () -> gone.add(pod));
        }
        return new PodNews.Changed(version, present, gone);
    }

    private Optional<RunningPod> here(PodRef pod) {
        return cluster.find(pod).filter(running -> running.node().equals(node));
    }

    private List<PodFacts> facts() {
        return cluster.podsOn(node).stream().map(RunningPod::facts).toList();
    }
}
