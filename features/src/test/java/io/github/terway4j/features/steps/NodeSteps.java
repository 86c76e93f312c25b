package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.NodeStatus;
import java.time.Duration;

/** Nodes, their agents, and the clock. */
public final class NodeSteps {
    private final Stage stage;
    private final Shapes shapes;

    public NodeSteps(Stage stage, Shapes shapes) {
        this.stage = stage;
        this.shapes = shapes;
    }

    @Given("{node} in the vSwitch {block}")
    @Given("{node} in the vSwitch {block} of the same VPC")
    public void node(String name, Cidr block) {
        shapes.announce(NodeShape.usual(name));
        assertEquals(
                block,
                Cidr.parse("10.%d.0.0/20".formatted(shapes.names().size())),
                "nodes come in the order of vSwitches");
    }

    @Given("{node}, which keeps {int} to {int} addresses at hand")
    @Given("{node} keeps {int} to {int} addresses at hand")
    public void nodeKeeping(String name, int least, int most) {
        shapes.announce(NodeShape.usual(name).keeping(least, most));
    }

    @Given("{node} with {int} ENI(s) of {int} address(es)")
    public void nodeWithRoom(String name, int enis, int addresses) {
        shapes.announce(NodeShape.usual(name).withRoom(enis, addresses).keeping(0, 0));
    }

    @Given("{node} with {int} ENI of {int} address(es), which rest(s) for {length}")
    public void nodeWithRoomThatRests(String name, int enis, int addresses, Duration rest) {
        shapes.announce(
                NodeShape.usual(name).withRoom(enis, addresses).keeping(0, 1).resting(rest));
    }

    @Given("the nodes give pods IPv4 and IPv6 addresses")
    public void dualStack() {
        shapes.names().forEach(name -> shapes.change(name, NodeShape::dualStack));
    }

    @Given("the cloud has stopped answering")
    public void theCloudIsSilent() {
        shapes.names().forEach(stage::node);
        stage.silenceCloud();
    }

    @When("the cloud answers again")
    public void theCloudAnswers() {
        stage.letCloudSpeak();
    }

    @When("{length} pass(es)")
    public void pass(Duration length) {
        stage.pass(length);
    }

    @When("the agent of {node} is killed")
    public void kill(String name) {
        stage.node(name).killAgent();
    }

    @When("the agent of {node} is to die as soon as the cloud has begun to {word} an ENI")
    public void dieAfter(String name, String deed) {
        stage.node(name);
        stage.dieAfter(deed);
    }

    @When("the disk of {node} is lost, and its agent starts again")
    public void losesDisk(String name) {
        stage.node(name).loseDisk();
        startAgain(name);
    }

    @When("the agent of {node} starts again")
    public void startAgain(String name) {
        stage.node(name).killAgent();
        stage.node(name).startAgent();
        stage.pass(Duration.ofSeconds(5));
    }

    @Then("{node} holds {int} address(es) for pods")
    public void holds(String name, int count) {
        assertEquals(count, held(name), () -> "" + stage.enisForPods(name));
    }

    @Then("{node} holds {int} to {int} addresses for pods")
    public void holdsBetween(String name, int least, int most) {
        var held = held(name);
        assertTrue(held >= least && held <= most, () -> held + " on " + stage.enisForPods(name));
    }

    private int held(String name) {
        return stage.enisForPods(name).stream()
                .mapToInt(eni -> eni.count(IpFamily.V4))
                .sum();
    }

    @Then("{node} is ready")
    public void isReady(String name) {
        assertEquals(new NodeStatus.Ready(), stage.status(name));
    }

    @Then("{node} is not ready: {string}")
    public void isNotReady(String name, String words) {
        assertEquals(new NodeStatus.NotReady(new Fault.Capacity(words)), stage.status(name));
    }

    @Then("{node} is not ready")
    public void isNotReady(String name) {
        assertInstanceOf(NodeStatus.NotReady.class, stage.status(name));
    }

    @Then("{node} has given away {int} address(es)")
    public void hasGivenAway(String name, int count) {
        var leases = stage.node(name).leases();
        assertEquals(count, leases.size(), leases::toString);
    }
}
