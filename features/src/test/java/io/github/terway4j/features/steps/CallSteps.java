package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.terway4j.features.stage.Stage;
import java.time.Instant;
import java.util.List;

/** How often the cloud is asked. */
public final class CallSteps {
    private final Stage stage;
    private Instant since = Instant.EPOCH;

    public CallSteps(Stage stage) {
        this.stage = stage;
    }

    @Given("calls to the cloud are counted from now on")
    public void count() {
        // Whoever is asked for a node has it begin, if nobody has.
        since = stage.now();
    }

    @Then("the cloud was asked for {int} ENI(s)")
    public void enis(int times) {
        assertEquals(times, stage.calls().of("create", since), stage.calls()::toString);
    }

    @Then("the cloud was asked for {int} ENI(s) at most")
    public void enisAtMost(int times) {
        atMost(times, stage.calls().of("create", since));
    }

    @Then("the cloud was asked for addresses {int} time(s) at most")
    public void addressesAtMost(int times) {
        atMost(times, stage.calls().of("assign", since));
    }

    @Then("the cloud was asked for addresses or ENIs {int} times at most")
    public void askedAtMost(int times) {
        atMost(times, stage.calls().of("assign", since) + stage.calls().of("create", since));
    }

    @Then("the cloud was asked to change {int} things at most")
    public void changesAtMost(int times) {
        atMost(times, stage.calls().changes(since));
    }

    @Then("the cloud has refused nothing")
    public void nothingRefused() {
        assertEquals(List.of(), stage.refusals());
    }

    @Then("the cloud has refused calls for want of addresses in {word}, and for nothing else")
    public void refusedForWant(String vSwitch) {
        assertEquals(
                List.of(vSwitch + " has no free address"),
                stage.refusals().stream()
                        .map(words -> words.substring(words.indexOf(": ") + 2))
                        .map(stage.landscape()::named)
                        .distinct()
                        .toList());
    }

    @Then("the cloud was called {int} times at most")
    public void callsAtMost(int times) {
        atMost(times, stage.calls().all(since));
    }

    @Then("the cloud was asked to change nothing")
    public void nothingChanged() {
        assertEquals(0, stage.calls().changes(since), stage.calls()::toString);
    }

    private void atMost(int most, long calls) {
        assertTrue(calls <= most, () -> "%d calls, and %d allowed: %s".formatted(calls, most, stage.calls()));
    }
}
