package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.features.stage.Sandbox;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var begun = stage.now();
        var sandboxes = together.stream().map(StagedPod::sandbox).toList();
        var answers = stage.attach(together.getFirst().node(), sandboxes);
        var length = Duration.between(begun, stage.now());
        together.forEach(pod -> pod.answered(List.of(answers.get(pod.sandbox())), length));
    }

    void mustRun(StagedPod pod) {
        assertInstanceOf(AttachOutcome.Attached.class, pod.answers().getLast(), pod.name());
    }

    void renewSandbox(StagedPod pod) {
        pod.moveTo(sandbox(stage.cluster().renewSandbox(ref(pod.name())), BandwidthLimit.NONE));
    }

    DetachOutcome end(StagedPod pod) {
        stage.cluster()
                .find(ref(pod.name()))
                .ifPresent(running -> stage.cluster().stop(running.pod()));
        pod.ends();
        return end(pod.node(), pod.sandbox());
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
