package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.features.stage.Sandbox;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The pods of a scenario by name, and what the runtime does with them. */
public final class Pods {
    private static final LinkName ETH0 = new LinkName("eth0");

    private final Stage stage;
    private final Map<String, StagedPod> pods = new LinkedHashMap<>();

    public Pods(Stage stage) {
        this.stage = stage;
    }

    StagedPod pod(String name) {
        var pod = pods.get(name);
        if (pod == null) {
            throw new IllegalArgumentException("the scenario has not spoken of pod " + name + " yet");
        }
        return pod;
    }

    List<StagedPod> pods(List<String> names) {
        return names.stream().map(this::pod).toList();
    }

    List<StagedPod> all() {
        return List.copyOf(pods.values());
    }

    List<StagedPod> running(String node) {
        return pods.values().stream()
                .filter(pod -> pod.runs() && pod.node().equals(node))
                .toList();
    }

    /** The cluster has it on a node, and the runtime has made a sandbox; the agent has not been asked yet. */
    StagedPod scheduled(String name, String node, BandwidthLimit onThePod, BandwidthLimit ofTheRuntime) {
        stage.node(node);
        var running = stage.cluster().start(node, ref(name), onThePod);
        return keep(name, node, sandbox(running, ofTheRuntime));
    }

    /** The same with this written on it. */
    StagedPod scheduled(String name, String node, PodAnnotations annotations) {
        stage.node(node);
        var running = stage.cluster().start(node, ref(name), annotations);
        return keep(name, node, sandbox(running, BandwidthLimit.NONE));
    }

    /** The same, which asks for these interfaces. */
    StagedPod scheduled(String name, String node, PodInterfaces interfaces) {
        stage.node(node);
        var running = stage.cluster().start(node, ref(name), interfaces);
        return keep(name, node, sandbox(running, BandwidthLimit.NONE));
    }

    /** The same of one that asks for an ENI behind the trunk. */
    StagedPod scheduledOnMember(String name, String node) {
        stage.node(node);
        return keep(name, node, sandbox(stage.cluster().startOnMember(node, ref(name)), BandwidthLimit.NONE));
    }

    /** The same of one that asks for this of its ENI. */
    StagedPod scheduledAsking(String name, String node, EniWish... wishes) {
        stage.node(node);
        return keep(name, node, sandbox(stage.cluster().startAsking(node, ref(name), wishes), BandwidthLimit.NONE));
    }

    /** A sandbox for a pod of which the cluster knows nothing. */
    StagedPod unknown(String name, String node) {
        stage.node(node);
        return keep(name, node, madeUp(name));
    }

    Sandbox madeUp(String name) {
        return new Sandbox(ref(name), new AttachmentKey(name, ETH0), stage.newSandbox(name), BandwidthLimit.NONE);
    }

    private StagedPod keep(String name, String node, Sandbox sandbox) {
        var pod = new StagedPod(name, node, sandbox);
        pods.put(name, pod);
        return pod;
    }

    /** The same as a pod of something that keeps addresses for its pods. */
    StagedPod scheduled(String name, String node, Workload workload) {
        stage.node(node);
        var running = stage.cluster().start(node, ref(name), BandwidthLimit.NONE, workload);
        return keep(name, node, sandbox(running, BandwidthLimit.NONE));
    }

    /** So many pods of no particular name. */
    List<StagedPod> scheduled(int count, String node) {
        return IntStream.range(0, count)
                .mapToObj(_ -> scheduled("pod" + pods.size(), node, Workload.NONE))
                .toList();
    }

    /** A pod of the same name and kind, on the same node. */
    void comesBack(StagedPod pod, Workload workload) {
        var running = stage.cluster().start(pod.node(), ref(pod.name()), BandwidthLimit.NONE, workload);
        pod.moveTo(sandbox(running, BandwidthLimit.NONE));
        pod.begins();
        ask(pod);
    }

    /** The cluster knows it no more; its sandbox is as it was. */
    void forget(StagedPod pod) {
        stage.cluster().stop(ref(pod.name()));
    }

    List<StagedPod> running() {
        return pods.values().stream().filter(StagedPod::runs).toList();
    }

    StagedPod start(String name, String node) {
        var pod = scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        ask(pod);
        return pod;
    }

    void ask(StagedPod pod) {
        ask(pod, 1);
    }

    void ask(StagedPod pod, int times) {
        var begun = stage.now();
        var answers = stage.attach(pod.node(), pod.sandbox(), times);
        pod.answered(answers, Duration.between(begun, stage.now()));
    }

    /** All at the same moment. */
    void askTogether(List<StagedPod> together) {
        askTogether(together, _ -> Stage.RUNTIMES_PATIENCE);
    }

    /** Where the agent dies, some have no answer. */
    void askTogether(List<StagedPod> together, Function<StagedPod, Duration> patience) {
        var byNode = new LinkedHashMap<String, Map<Sandbox, Duration>>();
        together.forEach(pod ->
                byNode.computeIfAbsent(pod.node(), _ -> new LinkedHashMap<>()).put(pod.sandbox(), patience.apply(pod)));
        byNode.forEach((node, sandboxes) -> {
            var begun = stage.now();
            var answers = stage.attach(node, sandboxes);
            together.forEach(pod -> hears(pod, begun, answers));
        });
    }

    private static void hears(StagedPod pod, Instant begun, Map<Sandbox, Stage.Answered> answers) {
        Optional.ofNullable(answers.get(pod.sandbox()))
                .ifPresent(
                        answered -> pod.answered(List.of(answered.outcome()), Duration.between(begun, answered.at())));
    }

    /** Those start, these end, and the runtime says whom it has, all at the same moment. */
    void atOnce(String node, List<StagedPod> starting, List<StagedPod> ending) {
        ending.forEach(StagedPod::ends);
        var begun = stage.now();
        var answers = stage.atOnce(
                node,
                starting.stream().map(StagedPod::sandbox).toList(),
                ending.stream().map(StagedPod::sandbox).toList());
        starting.forEach(pod -> hears(pod, begun, answers));
        ending.forEach(this::forget);
    }

    void mustRun(StagedPod pod) {
        assertInstanceOf(AttachOutcome.Attached.class, pod.answers().getLast(), pod.name());
    }

    void renewSandbox(StagedPod pod) {
        pod.moveTo(sandbox(stage.cluster().renewSandbox(ref(pod.name())), BandwidthLimit.NONE));
    }

    DetachOutcome end(StagedPod pod) {
        pod.ends();
        // As in a cluster: it is forgotten there when its sandbox has ended.
        var outcome = end(pod.node(), pod.sandbox());
        stage.cluster()
                .find(ref(pod.name()))
                .ifPresent(running -> stage.cluster().stop(running.pod()));
        return outcome;
    }

    DetachOutcome end(String node, Sandbox sandbox) {
        return stage.detach(node, sandbox).getFirst();
    }

    private Sandbox sandbox(RunningPod running, BandwidthLimit ofTheRuntime) {
        NetNs netns = stage.newSandbox(running.pod().name());
        return new Sandbox(running.pod(), running.attachment(), netns, ofTheRuntime);
    }

    private static PodRef ref(String name) {
        return new PodRef("default", name);
    }
}
