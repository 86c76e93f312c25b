package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.features.stage.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What stands on pods, and what becomes of it. */
public final class BandwidthSteps {
    /** Long enough to hear of it, and for what waits to leave. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Stage stage;
    private final Pods pods;

    public BandwidthSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @When("pod {pod} starts on {node} with {string} written {string}")
    public void startsAnnotated(String name, String node, String annotation, String value) {
        pods.ask(pods.scheduled(name, node, new PodAnnotations(Map.of(annotation, value))));
    }

    @When("somebody writes {string} as {string} on {pod}")
    public void writes(String value, String annotation, String name) {
        annotate(name, annotation, Optional.of(value));
    }

    @When("somebody takes {string} off {pod}")
    public void takesOff(String annotation, String name) {
        annotate(name, annotation, Optional.empty());
    }

    private void annotate(String name, String annotation, Optional<String> value) {
        var pod = new PodRef("default", name);
        var facts = stage.cluster().find(pod).orElseThrow().facts();
        stage.cluster().annotate(pod, facts.annotations().with(annotation, value));
        stage.pass(A_MOMENT);
    }

    @Then("^an event of ([a-z]+) says \"(.*)\"$")
    public void eventSays(String name, String words) {
        assertTrue(stage.events().contains(name + " " + words), stage.events()::toString);
    }
}
