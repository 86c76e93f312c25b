package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.DetachOutcome;
import java.util.ArrayList;
import java.util.List;

/** Pods that end, and what is left of them. */
public final class EndingSteps {
    private final Stage stage;
    private final Pods pods;
    private final List<DetachOutcome> answers = new ArrayList<>();

    public EndingSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @When("{pod} ends")
    @Given("{pod} has ended")
    @When("the runtime ends {pod}")
    @When("the runtime ends {pod} again")
    public void ends(String name) {
        answers.add(pods.end(pods.pod(name)));
        isNoError();
    }

    @When("{pods} end")
    public void end(List<String> names) {
        names.forEach(this::ends);
    }

    @When("the runtime ends the old sandbox of {pod}")
    public void endsOldSandbox(String name) {
        var pod = pods.pod(name);
        answers.add(pods.end(pod.node(), pod.oldSandbox()));
        isNoError();
    }

    @When("the runtime ends a sandbox that was never started")
    public void endsUnknownSandbox() {
        answers.add(pods.end(pods.all().getFirst().node(), pods.madeUp("nobody")));
    }

    @When("the runtime of {node} says that it has the sandbox of {pod} and no other")
    public void collect(String node, String name) {
        answers.add(stage.collect(node, List.of(pods.pod(name).sandbox())));
        isNoError();
    }

    @When("the sandbox of {pod} is removed")
    public void removeSandbox(String name) {
        stage.removeSandbox(pods.pod(name).sandbox().netns());
    }

    @Then("that is no error")
    public void isNoError() {
        assertInstanceOf(DetachOutcome.Detached.class, answers.getLast());
    }

    @Then("nothing of {pod} is left on {node}")
    public void nothingIsLeft(String name, String node) {
        var others = pods.running(node).stream()
                .filter(pod -> !pod.name().equals(name))
                .toList();
        assertEquals(List.of(), Traces.onHost(stage.look(stage.node(node).netns()), others));
    }
}
