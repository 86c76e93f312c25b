package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Then;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.simulator.cluster.ShownCondition;
import java.time.Duration;

/** What everybody in the cluster can see of a node. */
public final class ConditionSteps {
    private final Stage stage;

    public ConditionSteps(Stage stage) {
        this.stage = stage;
    }

    @Then("{node} shows that it has enough addresses")
    public void hasEnough(String node) {
        assertTrue(shown(node).condition().holds(), shown(node)::toString);
    }

    @Then("{node} shows that it lacks addresses: {string}")
    public void lacks(String node, String words) {
        assertFalse(shown(node).condition().holds(), shown(node)::toString);
        assertEquals(words, stage.landscape().named(shown(node).condition().message()));
    }

    @Then("{node} has said so within the last {length}")
    public void hasSaidSo(String node, Duration length) {
        var said = shown(node).heartbeat();
        assertFalse(said.isBefore(stage.now().minus(length)), () -> "said at " + said + ", and it is " + stage.now());
    }

    private ShownCondition shown(String node) {
        return stage.cluster()
                .condition(node, NodeCondition.Kind.SUFFICIENT_IP)
                .orElseThrow(() -> new AssertionError(node + " has said nothing"));
    }
}
