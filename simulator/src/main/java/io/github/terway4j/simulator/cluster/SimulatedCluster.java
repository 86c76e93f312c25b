package io.github.terway4j.simulator.cluster;

import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.domain.route.ListedNode;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.ports.out.PodCensus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What the API server knows. Names are unique in the whole cluster, as in a real one: a pod that moves to another node
 * is another pod of the same name. Any thread may call.
 */
public final class SimulatedCluster {
    private final RandomGenerator chance;
    private final TreeMap<String, ListedNode> nodes = new TreeMap<>();
    private final TreeMap<PodRef, RunningPod> pods = new TreeMap<>();
    private final TreeMap<PodRef, PodPhase> phases = new TreeMap<>();
    private final TreeMap<String, TreeMap<NodeCondition.Kind, ShownCondition>> conditions = new TreeMap<>();
    private final List<Consumer<PodRef>> listeners = new ArrayList<>();
    private long version;

    /** The same seed and the same calls give the same uids and sandboxes. */
    public SimulatedCluster(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** One of which nobody has said which machine it is. */
    public void addNode(String node) {
        addNode(new ListedNode(node, "", List.of()));
    }

    public synchronized void addNode(ListedNode node) {
        if (nodes.putIfAbsent(node.name(), node) != null) {
            throw new IllegalArgumentException(node.name() + " is in the cluster already");
        }
    }

    /** Its machine may run on. */
    public synchronized void removeNode(String node) {
        if (nodes.remove(node) == null) {
            throw new IllegalArgumentException("no node %s; there are %s".formatted(node, nodes()));
        }
    }

    public synchronized Optional<ListedNode> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** In the order of their names. */
    public synchronized List<ListedNode> listedNodes() {
        return List.copyOf(nodes.values());
    }

    /** From now on hears of every pod that changes; it must not wait. */
    public synchronized void whenChanged(Consumer<PodRef> listener) {
        listeners.add(listener);
    }

    public synchronized List<String> nodes() {
        return List.copyOf(nodes.keySet());
    }

    public RunningPod start(String node, PodRef pod) {
        return start(node, pod, BandwidthLimit.NONE);
    }

    public RunningPod start(String node, PodRef pod, BandwidthLimit bandwidth) {
        return start(node, pod, bandwidth, Workload.NONE);
    }

    /** One on which this stands. */
    public synchronized RunningPod start(String node, PodRef pod, PodAnnotations annotations) {
        return start(node, new PodFacts(pod, drawUid(), annotations, Workload.NONE, EniWish.ANY));
    }

    /** From now on this stands on the pod, which goes on running. */
    public synchronized RunningPod annotate(PodRef pod, PodAnnotations annotations) {
        var old = running(pod);
        return keep(new RunningPod(old.node(), old.facts().annotated(annotations), old.sandbox()));
    }

    public synchronized RunningPod start(String node, PodRef pod, BandwidthLimit bandwidth, Workload workload) {
        return start(node, new PodFacts(pod, drawUid(), bandwidth, workload));
    }

    /** One that asks for RDMA. */
    public synchronized RunningPod startWithRdma(String node, PodRef pod) {
        return start(node, new PodFacts(pod, drawUid(), PodAnnotations.NONE, Workload.NONE, EniWish.RDMA));
    }

    /** One that asks for an ENI behind the trunk. */
    public synchronized RunningPod startOnMember(String node, PodRef pod) {
        return startOnMember(node, pod, Workload.NONE);
    }

    public synchronized RunningPod startOnMember(String node, PodRef pod, Workload workload) {
        return start(node, new PodFacts(pod, drawUid(), PodAnnotations.NONE, workload, EniWish.MEMBER));
    }

    /** One that asks for this of its ENI, perhaps for more than go together. */
    public synchronized RunningPod startAsking(String node, PodRef pod, EniWish... wishes) {
        return start(
                node,
                new PodFacts(
                        pod, drawUid(), PodAnnotations.NONE, Workload.NONE, List.of(wishes), PodInterfaces.THE_ONE));
    }

    /** One that asks for several networks. */
    public synchronized RunningPod start(String node, PodRef pod, PodInterfaces interfaces) {
        return start(node, new PodFacts(pod, drawUid(), PodAnnotations.NONE, Workload.NONE, EniWish.ANY, interfaces));
    }

    /** A pod with a new uid, in a new sandbox. */
    private RunningPod start(String node, PodFacts facts) {
        var pod = facts.pod();
        if (!nodes.containsKey(node)) {
            throw new IllegalArgumentException("no node %s; there are %s".formatted(node, nodes()));
        }
        if (pods.containsKey(pod)) {
            throw new IllegalArgumentException("%s runs already: %s".formatted(pod, pods.get(pod)));
        }
        return keep(new RunningPod(node, facts, drawSandbox()));
    }

    /** The same pod, in a new sandbox: what a runtime does when the old one has died. */
    public synchronized RunningPod renewSandbox(PodRef pod) {
        var old = running(pod);
        return keep(new RunningPod(old.node(), old.facts(), drawSandbox()));
    }

    /** Another pod of the same name on the same node: what a StatefulSet does. */
    public synchronized RunningPod restart(PodRef pod) {
        var old = stop(pod);
        var facts = old.facts();
        return start(
                old.node(),
                new PodFacts(
                        pod, drawUid(), facts.annotations(), facts.workload(), facts.wishes(), facts.interfaces()));
    }

    public synchronized RunningPod stop(PodRef pod) {
        var stopped = running(pod);
        pods.remove(pod);
        phases.remove(pod);
        version++;
        listeners.forEach(listener -> listener.accept(pod));
        return stopped;
    }

    public synchronized Optional<RunningPod> find(PodRef pod) {
        return Optional.ofNullable(pods.get(pod));
    }

    /** In the order of their names. */
    public synchronized List<RunningPod> podsOn(String node) {
        return pods.values().stream().filter(pod -> pod.node().equals(node)).toList();
    }

    /** From now on the pod is said to be in this phase; in the beginning it runs. */
    public synchronized void enter(PodRef pod, PodPhase phase) {
        phases.put(running(pod).pod(), phase);
        version++;
    }

    /** The node's pods and their phases, in the order of their names. */
    public synchronized PodCensus.Complete census(String node) {
        return new PodCensus.Complete(
                version,
                podsOn(node).stream()
                        .map(pod -> new ListedPod(
                                pod.facts(), phases.getOrDefault(pod.pod(), PodPhase.RUNNING), false, false))
                        .toList());
    }

    /** A node says of itself that this is so. */
    synchronized void say(String node, NodeCondition condition, Instant now) {
        conditions
                .computeIfAbsent(node, _ -> new TreeMap<>())
                .compute(
                        condition.kind(),
                        (_, before) -> ShownCondition.after(Optional.ofNullable(before), condition, now));
    }

    /** What is shown of a node; empty when nobody has said anything. */
    public synchronized Optional<ShownCondition> condition(String node, NodeCondition.Kind kind) {
        return Optional.ofNullable(
                conditions.getOrDefault(node, new TreeMap<>()).get(kind));
    }

    /** For people: a line for each pod. */
    public synchronized String listing() {
        return pods.values().stream()
                .map(pod -> "%-30s %-20s %s"
                        .formatted(pod.pod(), pod.node(), pod.sandbox().substring(0, 13)))
                .collect(Collectors.joining("\n"));
    }

    private RunningPod running(PodRef pod) {
        return find(pod).orElseThrow(() -> new IllegalArgumentException(pod + " does not run"));
    }

    private RunningPod keep(RunningPod pod) {
        pods.put(pod.pod(), pod);
        version++;
        listeners.forEach(listener -> listener.accept(pod.pod()));
        return pod;
    }

    private String drawSandbox() {
        return "%016x%016x%016x%016x"
                .formatted(chance.nextLong(), chance.nextLong(), chance.nextLong(), chance.nextLong());
    }

    /** A random UUID (RFC 9562, version 4) of our own chance. */
    private String drawUid() {
        var high = (chance.nextLong() & ~0xf000L) | 0x4000L;
        var low = (chance.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
