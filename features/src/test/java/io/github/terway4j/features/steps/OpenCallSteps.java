package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.out.CloudDeed;
import java.time.Duration;

/** What agents have asked of the cloud and do not know the end of. */
public final class OpenCallSteps {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Stage stage;

    public OpenCallSteps(Stage stage) {
        this.stage = stage;
    }

    @Then("{node} waits to learn what came of {int} request(s) to the cloud")
    public void areOpen(String node, int count) {
        var open = stage.node(node).openCalls();
        assertEquals(count, open.size(), open::toString);
    }

    @When("{node} has asked the cloud to take addresses back, and its agent is killed before the answer")
    public void killedWhileTaking(String node) {
        var patience = stage.now().plus(LONGEST);
        while (stage.node(node).openCalls().stream().noneMatch(CloudDeed.Unassign.class::isInstance)) {
            assertTrue(stage.now().isBefore(patience), "nothing is taken back");
            stage.pass(MOMENT);
        }
        // So the request is on its way, and not only written down.
        stage.pass(Duration.ofSeconds(1));
        stage.node(node).killAgent();
    }
}
