package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import java.util.List;

/** Pods that ask for an ENI of their own on nodes whose other pods share ENIs. */
public final class WishSteps {
    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;

    public WishSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("{node} has places for {int} ENIs")
    public void hasPlaces(String name, int enis) {
        shapes.announce(NodeShape.usual(name).withRoom(enis, 10));
    }

    @Given("{node} keeps {int} addresses idle")
    public void keeps(String name, int addresses) {
        shapes.change(name, shape -> shape.keeping(addresses, addresses));
    }

    @When("pod {pod} starts on {node} and asks for an ENI")
    public void starts(String name, String node) {
        pods.ask(pods.scheduledAsking(name, node, EniWish.WHOLE));
    }

    @When("pods {pods} start on {node} and ask for an ENI each")
    public void start(List<String> names, String node) {
        names.forEach(name -> starts(name, node));
    }

    @When("pod {pod} starts on {node} and asks for an ENI and for a member")
    public void startsWithTooMuch(String name, String node) {
        pods.ask(pods.scheduledAsking(name, node, EniWish.WHOLE, EniWish.MEMBER));
    }

    @When("pod {pod} starts on {node} and asks for an ENI, and the agent dies at step {int}")
    public void startsAndTheAgentDies(String name, String node, int step) {
        var pod = pods.scheduledAsking(name, node, EniWish.WHOLE);
        stage.dieAtCall(step);
        pods.ask(pod);
        assertFalse(stage.node(node).agentLives(), "the pod was started in fewer steps: " + pod.answers());
    }

    @Then("{node} has {int} ENI(s) that is/are one pod's alone")
    public void hasWhole(String name, int count) {
        var whole = stage.enisForPods(name).stream()
                .filter(eni -> eni.tags().hasAll(Marks.WHOLE))
                .toList();
        assertEquals(count, whole.size(), whole::toString);
    }
}
