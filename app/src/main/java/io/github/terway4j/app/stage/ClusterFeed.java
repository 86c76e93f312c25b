package io.github.terway4j.app.stage;

import io.github.terway4j.ports.out.PodFeed;
import io.github.terway4j.ports.out.PodNews;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import java.time.Duration;

/** The simulated cluster's pods of one node, told to whoever waits. */
final class ClusterFeed implements PodFeed {
    private final SimulatedCluster cluster;
    private final String node;
    private final Tasks tasks;
    private final Tasks.Signal changed;

    ClusterFeed(SimulatedCluster cluster, String node, Tasks tasks) {
        this.cluster = cluster;
        this.node = node;
        this.tasks = tasks;
        changed = tasks.signal("pods of " + node + " changed");
        changed.raise();
        cluster.whenChanged(changed::raise);
    }

    @Override
    public PodNews newerThan(long seen, Duration patience) {
        changed.awaitBeyond(seen, tasks.instant().plus(patience));
        // The count before the list: a change in between is told twice and not missed.
        var version = changed.count();
        return new PodNews.Listed(
                version, cluster.podsOn(node).stream().map(RunningPod::facts).toList());
    }
}
