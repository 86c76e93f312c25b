package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.CheckOutcome;
import java.util.List;

/** Hands that remove things, checks that find out, and limits. */
public final class CheckingSteps {
    private final Stage stage;
    private final Pods pods;

    public CheckingSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @When("somebody removes {pod}'s link")
    public void removeLink(String name) {
        // Whoever has its name but not its mark: the link is removed by what it looks like.
        var pod = pods.pod(name);
        var host = stage.node(pod.node()).netns();
        var network = pod.network();
        var alias = stage.look(host).link(network.hostLink()).orElseThrow().alias();
        remove(new KernelObject.VethPair(
                host,
                network.hostLink(),
                network.hostMac(),
                pod.sandbox().netns(),
                network.podLink(),
                network.podMac(),
                network.mtu(),
                alias));
    }

    @When("somebody removes {pod}'s address")
    public void removeAddress(String name) {
        removeFirst(inside(name).addresses().stream()
                .filter(address ->
                        address.link().equals(pods.pod(name).network().podLink()))
                .toList());
    }

    @When("somebody removes {pod}'s default route")
    public void removeDefaultRoute(String name) {
        removeFirst(inside(name).routes().stream()
                .filter(route -> route.destination().isAny())
                .toList());
    }

    @When("somebody removes {pod}'s entry for its gateway")
    public void removeGateway(String name) {
        removeFirst(inside(name).neighbours());
    }

    @When("somebody removes {pod}'s limit for sending")
    public void removeSendingLimit(String name) {
        removeFirst(inside(name).shapers());
    }

    @When("somebody removes {pod}'s limit for receiving")
    public void removeReceivingLimit(String name) {
        removeFirst(outside(name).shapers().stream()
                .filter(shaper -> shaper.link().equals(pods.pod(name).network().hostLink()))
                .toList());
    }

    @When("somebody removes the node's route to {pod}")
    public void removeHostRoute(String name) {
        removeFirst(outside(name).routes().stream()
                .filter(route -> route.destination().isHost()
                        && pods.pod(name)
                                .addresses()
                                .contains(route.destination().network()))
                .toList());
    }

    @When("somebody removes the node's rule for packets to {pod}")
    public void removeRuleTo(String name) {
        removeFirst(outside(name).rules().stream()
                .filter(rule ->
                        pods.pod(name).addresses().contains(rule.selector().to().network()))
                .toList());
    }

    @When("somebody removes the node's rule for packets from {pod}")
    public void removeRuleFrom(String name) {
        removeFirst(outside(name).rules().stream()
                .filter(rule -> pods.pod(name)
                        .addresses()
                        .contains(rule.selector().from().network()))
                .toList());
    }

    @When("somebody removes the node's entry for {pod}'s hardware")
    public void removeHostNeighbour(String name) {
        removeFirst(outside(name).neighbours().stream()
                .filter(neighbour -> pods.pod(name).addresses().contains(neighbour.ip()))
                .toList());
    }

    @When("somebody removes the ENI's route to its gateway")
    public void removeEniRoute() {
        var pod = pods.all().getFirst();
        removeFirst(outside(pod.name()).routes().stream()
                .filter(route -> route.destination().isAny() && route.table() > 1000)
                .toList());
    }

    @Then("a check of {pod} finds everything in place")
    public void everythingIsThere(String name) {
        assertEquals(new CheckOutcome.AllThere(), check(name));
    }

    @Then("a check of {pod} misses {string}")
    public void misses(String name, String words) {
        var missing = assertInstanceOf(CheckOutcome.Missing.class, check(name)).objects();
        assertTrue(missing.getFirst().startsWith(words), missing::toString);
    }

    @Then("a check of a sandbox that was never started says that it is unknown")
    public void unknownSandbox() {
        assertEquals(
                new CheckOutcome.Unknown(), stage.check(pods.all().getFirst().node(), pods.madeUp("nobody")));
    }

    @Then("what {pod} sends is held to {rate}")
    public void sendingIsHeld(String name, Rate rate) {
        assertEquals(List.of(rate), rates(inside(name), pods.pod(name).network().podLink()));
    }

    @Then("what {pod} receives is held to {rate}")
    public void receivingIsHeld(String name, Rate rate) {
        assertEquals(
                List.of(rate), rates(outside(name), pods.pod(name).network().hostLink()));
    }

    @Then("nothing holds back what {pod} sends or receives")
    public void nothingIsHeld(String name) {
        assertEquals(List.of(), inside(name).shapers());
        assertEquals(List.of(), outside(name).shapers());
    }

    private static List<Rate> rates(KernelState state, LinkName link) {
        return state.shapers().stream()
                .filter(shaper -> shaper.link().equals(link))
                .map(shaper -> shaper.tbf().rate())
                .toList();
    }

    private CheckOutcome check(String name) {
        var pod = pods.pod(name);
        return stage.check(pod.node(), pod.sandbox());
    }

    private KernelState inside(String name) {
        return stage.look(pods.pod(name).sandbox().netns());
    }

    private KernelState outside(String name) {
        NetNs host = stage.node(pods.pod(name).node()).netns();
        return stage.look(host);
    }

    private void removeFirst(List<? extends KernelObject> objects) {
        remove(objects.getFirst());
    }

    private void remove(KernelObject object) {
        stage.meddle(new KernelStep.Remove(object));
    }
}
