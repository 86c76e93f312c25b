package io.github.terway4j.app.fleet;

import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.cluster.SimulatedCluster;
import io.github.terway4j.simulator.world.SimulatedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One node, its agent, and the pods on it. */
final class FleetNode {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Mtu MTU = new Mtu(1500);

    private final String name;
    private final SimulatedProcess process;
    private final SimulatedCluster cluster;
    private final Namespaces namespaces;
    private final Supplier<NodeComponent> birth;
    private final Map<RunningPod, NetNs> pods = new LinkedHashMap<>();
    private Optional<NodeComponent> agent = Optional.empty();
    private Optional<Instant> readyAt = Optional.empty();
    private int busy;

    /** @param birth what the agent does before it serves, on a task of its own process */
    FleetNode(
            String name,
            SimulatedProcess process,
            SimulatedCluster cluster,
            Namespaces namespaces,
            Supplier<NodeComponent> birth) {
        this.name = name;
        this.process = process;
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.birth = birth;
    }

    void start(int wanted, Instant deadline) {
        process.start("main", () -> {
            var component = birth.get();
            agent = Optional.of(component);
            if (component.book().awaitAtHand(wanted, deadline)) {
                readyAt = Optional.of(process.tasks().instant());
            }
        });
    }

    /** When the agent first had as many addresses at hand as it was to have. */
    Optional<Instant> readyAt() {
        return readyAt;
    }

    /** Whether an ADD or a DEL has not been answered yet. */
    boolean isBusy() {
        return busy > 0;
    }

    void addPods(int count) {
        for (int i = 0; i < count; i++) {
            var pod = cluster.start(name, new PodRef("default", "%s-pod-%d".formatted(name, i)));
            var netns = namespaces.create(pod.pod().name());
            pods.put(pod, netns);
            busy("ADD " + pod.pod(), () -> add(pod, netns));
        }
    }

    private void add(RunningPod pod, NetNs netns) {
        var outcome = component()
                .attachPod()
                .attach(new AttachRequest(
                        pod.attachment(),
                        pod.pod(),
                        netns,
                        MTU,
                        BandwidthLimit.NONE,
                        process.tasks().instant().plus(PATIENCE)));
        if (!(outcome instanceof AttachOutcome.Attached)) {
            throw new IllegalStateException("%s got no network: %s".formatted(pod.pod(), outcome));
        }
    }

    void deletePods() {
        pods.forEach((pod, netns) -> busy("DEL " + pod.pod(), () -> {
            var outcome = component().detachPod().detach(pod.attachment());
            if (!(outcome instanceof DetachOutcome.Detached)) {
                throw new IllegalStateException("%s keeps its network: %s".formatted(pod.pod(), outcome));
            }
            cluster.stop(pod.pod());
            namespaces.delete(netns);
        }));
        pods.clear();
    }

    private void busy(String what, Runnable work) {
        busy++;
        process.start(what, () -> {
            work.run();
            busy--;
        });
    }

    private NodeComponent component() {
        return agent.orElseThrow(() -> new IllegalStateException(name + " does not serve yet"));
    }
}
