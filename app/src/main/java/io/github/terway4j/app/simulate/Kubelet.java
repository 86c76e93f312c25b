package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.Mischief;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What runs a node's pods: gets each connected whatever it takes, and ends it when that is wished. */
final class Kubelet {
    static final Duration COLLECTS_EVERY = Duration.ofMinutes(10);

    private final String node;
    private final SimulatedProcess process;
    private final SimulatedCluster cluster;
    private final Sandboxes sandboxes;
    private final Mischief mischief;
    private final RandomGenerator chance;
    private final TreeMap<PodRef, PodLife> lives = new TreeMap<>();

    Kubelet(
            String node,
            SimulatedProcess process,
            SimulatedCluster cluster,
            Sandboxes sandboxes,
            Mischief mischief,
            RandomGenerator chance) {
        this.node = node;
        this.process = process;
        this.cluster = cluster;
        this.sandboxes = sandboxes;
        this.mischief = mischief;
        this.chance = chance;
    }

    String node() {
        return node;
    }

    /** Pods that are wanted here, in the order of their names. */
    List<PodLife> wanted() {
        return lives.values().stream().filter(life -> !life.ends()).toList();
    }

    /** All that are here, those on their way out included. */
    List<PodLife> all() {
        return List.copyOf(lives.values());
    }

    boolean has(PodRef pod) {
        return lives.containsKey(pod);
    }

    Optional<PodLife> find(PodRef pod) {
        return Optional.ofNullable(lives.get(pod));
    }

    void start(PodRef pod, Workload owner) {
        if (has(pod)) {
            throw new IllegalStateException(pod + " is on " + node + " already");
        }
        var running = cluster.start(node, pod, BandwidthLimit.NONE, owner);
        var life = new PodLife(pod, process.tasks());
        lives.put(pod, life);
        process.start("life of " + pod, () -> live(life, running));
    }

    /** Says every so often which sandboxes there are. */
    void collect(CniCaller runtime) {
        process.start("garbage collection", () -> {
            while (true) {
                process.tasks().sleep(COLLECTS_EVERY);
                runtime.collect(sandboxes::keys);
            }
        });
    }

    private void live(PodLife life, RunningPod started) {
        var running = Optional.of(started);
        while (running.isPresent() && !life.ends()) {
            var sandbox = sandboxes.make(running.get());
            life.hasNewSandbox();
            var connected = sandboxes.connect(sandbox);
            if (connected) {
                life.live();
            }
            sandboxes.kill(sandbox);
            if (connected && !life.ends() && mischief.strikes(FaultKind.SANDBOX_ANEW)) {
                sandboxes.endLater(sandbox);
            } else {
                sandboxes.end(sandbox);
            }
            if (!connected) {
                process.tasks().sleep(Sandboxes.BETWEEN_TRIES.draw(chance));
            }
            running = life.ends() ? Optional.empty() : renewed(started);
        }
        lives.remove(life.pod());
        stillKnown(started).ifPresent(pod -> cluster.stop(pod.pod()));
        life.ended();
    }

    private Optional<RunningPod> renewed(RunningPod started) {
        return stillKnown(started).map(pod -> cluster.renewSandbox(pod.pod()));
    }

    /** The cluster's pod of this name, if it is the one that was started here and not a successor. */
    private Optional<RunningPod> stillKnown(RunningPod started) {
        return cluster.find(started.pod())
                .filter(pod -> pod.facts().uid().equals(started.facts().uid()));
    }
}
