package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.features.stage.Sandbox;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A pod of the scenario: where it is, its sandboxes, the newest last, and what the agent answered, the newest last. */
final class StagedPod {
    private final String name;
    private final String node;
    private final List<Sandbox> sandboxes = new ArrayList<>();
    private final List<AttachOutcome> answers = new ArrayList<>();
    private final List<PodNetwork> networks = new ArrayList<>();
    private Duration took = Duration.ZERO;
    private boolean ended;

    StagedPod(String name, String node, Sandbox sandbox) {
        this.name = name;
        this.node = node;
        sandboxes.add(sandbox);
    }

    String name() {
        return name;
    }

    String node() {
        return node;
    }

    Sandbox sandbox() {
        return sandboxes.getLast();
    }

    Sandbox oldSandbox() {
        return sandboxes.get(sandboxes.size() - 2);
    }

    void moveTo(Sandbox newer) {
        sandboxes.add(newer);
    }

    boolean runs() {
        return !ended && !networks.isEmpty();
    }

    void ends() {
        ended = true;
    }

    void begins() {
        ended = false;
    }

    boolean isStarted() {
        return !answers.isEmpty() && answers.getLast() instanceof AttachOutcome.Attached;
    }

    boolean hasEnded() {
        return ended;
    }

    void answered(List<AttachOutcome> newAnswers, Duration length) {
        answers.addAll(newAnswers);
        newAnswers.forEach(answer -> {
            if (answer instanceof AttachOutcome.Attached(var network)) {
                networks.add(network);
            }
        });
        took = length;
    }

    List<AttachOutcome> answers() {
        return List.copyOf(answers);
    }

    /** What it was given each time that it was asked for. */
    List<PodNetwork> networks() {
        return List.copyOf(networks);
    }

    PodNetwork network() {
        if (!(answers.getLast() instanceof AttachOutcome.Attached(var network))) {
            return fail(name + " was not started: " + answers);
        }
        return network;
    }

    List<Ip> addresses() {
        return network().addresses().map(InterfaceAddress::ip).all();
    }

    Duration took() {
        return took;
    }
}
