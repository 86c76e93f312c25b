package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

/** Pods by the number. "They" are all pods of the scenario that have been started and have not ended. */
public final class CrowdSteps {
    private static final Duration LONGEST = Duration.ofHours(1);
    /** As the kubelet does. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final Stage stage;
    private final Pods pods;

    public CrowdSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @Given("{int} pods run on {node}")
    public void run(int count, String node) {
        var together = pods.scheduled(count, node);
        pods.askTogether(together);
        together.forEach(pods::mustRun);
    }

    @Given("{int} pods have been scheduled to {node}")
    public void scheduled(int count, String node) {
        assertEquals(count, pods.scheduled(count, node).size());
    }

    @When("{int} pods start on {node} at once")
    public void startAtOnce(int count, String node) {
        pods.askTogether(pods.scheduled(count, node));
    }

    @When("a pod starts on {node} every {length}, for {length}")
    public void startOneByOne(String node, Duration every, Duration length) {
        var end = stage.now().plus(length);
        while (stage.now().isBefore(end)) {
            var next = stage.now().plus(every);
            run(1, node);
            if (stage.now().isBefore(next)) {
                stage.pass(Duration.between(stage.now(), next));
            }
        }
    }

    @When("{int} pods come and go on {node}, {int} at a time")
    public void comeAndGo(int count, String node, int atATime) {
        for (var gone = 0; gone < count; gone += atATime) {
            var together = pods.scheduled(atATime, node);
            askUntilStarted(together);
            together.forEach(pods::end);
        }
    }

    @When("the runtime asks until all of them run")
    public void askUntilAllRun() {
        askUntilStarted(pods.all().stream().filter(pod -> !pod.hasEnded()).toList());
    }

    private void askUntilStarted(List<StagedPod> some) {
        var end = stage.now().plus(LONGEST);
        while (!some.stream().allMatch(StagedPod::isStarted)) {
            assertTrue(stage.now().isBefore(end), () -> "not started in " + LONGEST + ": " + answers());
            pods.askTogether(some.stream().filter(pod -> !pod.isStarted()).toList());
            stage.pass(Duration.ofSeconds(1));
        }
    }

    @When("a pod asks in vain on {node} for {length}")
    public void asksInVain(String node, Duration length) {
        var pod = pods.scheduled(1, node).getFirst();
        var end = stage.now().plus(length);
        while (stage.now().isBefore(end)) {
            pods.ask(pod);
            assertFalse(pod.isStarted(), () -> pod.name() + " was started");
            stage.pass(BETWEEN_TRIES);
        }
    }

    @When("{int} pods start on {node} at once, and the runtime gives {int} of them up after {length}")
    public void startAndGiveUp(int count, String node, int impatient, Duration patience) {
        var together = pods.scheduled(count, node);
        pods.askTogether(together, pod -> together.indexOf(pod) < impatient ? patience : Stage.RUNTIMES_PATIENCE);
    }

    @When("on {node}, at once, {int} pods start, all others end, and the runtime collects what it has forgotten")
    public void allAtOnce(String node, int count) {
        var ending = pods.running();
        pods.atOnce(node, pods.scheduled(count, node), ending);
    }

    @When("{int} of them end(s)")
    public void someEnd(int count) {
        var ending = pods.running().subList(0, count);
        ending.forEach(pod -> assertInstanceOf(DetachOutcome.Detached.class, pods.end(pod), pod.name()));
    }

    @When("all of them end")
    public void allEnd() {
        someEnd(pods.running().size());
    }

    @Then("{int} of them are started, and {int} refused")
    public void areStarted(int started, int refused) {
        assertEquals(started, pods.all().stream().filter(StagedPod::isStarted).count(), this::answers);
        assertEquals(
                refused, pods.all().stream().filter(pod -> !pod.isStarted()).count(), this::answers);
    }

    /** The cloud has it on an ENI of the pod's node, nobody else has it, and packets arrive. */
    @Then("each of them has an address of its own, and is reached")
    public void eachHasItsAddress() {
        var running = pods.running();
        assertFalse(running.isEmpty(), "there are no pods");
        var seen = new LinkedHashSet<>();
        for (var pod : running) {
            pod.addresses().forEach(ip -> assertTrue(seen.add(ip), () -> ip + " is given twice"));
            var inUse = stage.enisForPods(pod.node()).stream()
                    .filter(eni -> eni.status() == EniStatus.IN_USE)
                    .filter(eni -> eni.addresses().containsAll(pod.addresses()))
                    .toList();
            assertEquals(1, inUse.size(), () -> pod.name() + " " + pod.addresses() + " of " + inUse);
            for (var ip : pod.addresses()) {
                var outcome = stage.exchange(
                        stage.node(pod.node()).netns(), pod.sandbox().netns(), ip);
                assertInstanceOf(TrafficOutcome.Arrived.class, outcome, pod.name());
            }
        }
    }

    @Then("all of them were started within {length}")
    public void startedWithin(Duration length) {
        assertFalse(pods.running().isEmpty(), "there are no pods");
        assertEquals(
                List.of(),
                pods.all().stream()
                        .filter(pod -> !pod.hasEnded())
                        .filter(pod -> !pod.isStarted() || pod.took().compareTo(length) > 0)
                        .map(pod -> pod.name() + " took " + pod.took())
                        .toList());
    }

    @Then("every pod that was started was so within {length}")
    public void thoseStartedWithin(Duration length) {
        var started = pods.running();
        assertFalse(started.isEmpty(), "there are no pods");
        started.forEach(pod -> assertTrue(pod.took().compareTo(length) <= 0, () -> pod.name() + " took " + pod.took()));
    }

    @Then("{int} of them were started within {length}")
    public void someStartedWithin(int count, Duration length) {
        assertEquals(
                count,
                pods.running().stream()
                        .filter(pod -> pod.took().compareTo(length) <= 0)
                        .count(),
                this::answers);
    }

    @Then("nothing is left on {node} of any pod but {pod}")
    public void nothingIsLeftBut(String node, String name) {
        assertEquals(List.of(), Traces.onHost(stage.look(stage.node(node).netns()), List.of(pods.pod(name))));
        assertEquals(1, stage.node(node).leases().size(), stage.node(node).leases()::toString);
    }

    private String answers() {
        return pods.all().stream()
                .map(pod -> pod.name() + " " + pod.answers())
                .toList()
                .toString();
    }
}
