package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.time.Duration;
import java.util.List;

/** What others do: people at the cloud's console, other programs on the node, earlier agents. */
public final class OthersSteps {
    /** {@code RTPROT_STATIC}: what people write by hand. */
    private static final int BY_HAND = 4;

    private final Stage stage;
    private final Pods pods;

    public OthersSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @When("somebody detaches the ENI of {pod}, and deletes it")
    public void deletesEni(String name) {
        var pod = pods.pod(name);
        var eni = pod.network().eni();
        stage.cloud().detach(eni, stage.node(pod.node()).instance().id());
        stage.pass(Duration.ofSeconds(3));
        stage.cloud().delete(eni);
        stage.pass(Duration.ofSeconds(3));
        assertTrue(stage.cloud().eni(eni).isEmpty(), eni + " is still there");
    }

    @When("the cluster forgets {pod}")
    @When("the cluster forgets {pod}, whose sandbox runs on")
    public void evicts(String name) {
        pods.forget(pods.pod(name));
    }

    @When("the API server is out of reach of {node}")
    public void cutOff(String node) {
        stage.node(node).cutOff("no route to the API server");
    }

    @When("the API server is in reach of {node} again")
    public void reconnect(String node) {
        stage.node(node).reconnect();
    }

    @Given("an agent of long ago has left a rule for {address} on {node}")
    public void leavesRule(Ip address, String node) {
        stage.meddle(new KernelStep.Make(rule(node, address, Ownership.PROTOCOL)));
    }

    @Given("somebody else has a rule for {address} on {node}")
    public void writesRule(Ip address, String node) {
        stage.meddle(new KernelStep.Make(rule(node, address, BY_HAND)));
    }

    @Then("every ENI that was made for {node} is attached to it")
    public void everyEniIsAttached(String node) {
        var made = secondary();
        assertFalse(made.isEmpty(), "there is no ENI");
        made.forEach(eni -> assertTrue(
                eni.status() == EniStatus.IN_USE
                        && eni.attachedTo(stage.node(node).instance().id()),
                eni::toString));
    }

    @Then("the cloud has {int} ENI(s) that was/were made for {node}")
    public void enisAreMade(int count, String node) {
        assertTrue(stage.node(node).agentLives(), "the agent does not live");
        assertEquals(count, secondary().size(), () -> "" + secondary());
    }

    @Then("the cloud has no ENI that was made for {node}")
    public void noEniIsLeft(String node) {
        assertTrue(stage.node(node).agentLives(), "the agent does not live");
        assertEquals(List.of(), secondary());
    }

    @Then("an ENI of {node} is on its way out")
    public void isOnItsWayOut(String node) {
        assertTrue(
                stage.enisForPods(node).stream().anyMatch(eni -> eni.status() == EniStatus.DETACHING),
                () -> "" + secondary());
    }

    @When("somebody else takes {int} addresses of {word}")
    public void takesAddresses(int count, String vSwitch) {
        stage.landscape().take(count, vSwitch);
    }

    @Then("an ENI of {node} is on its way in")
    public void isOnItsWayIn(String node) {
        assertTrue(
                stage.enisForPods(node).stream().anyMatch(eni -> eni.status() == EniStatus.ATTACHING),
                () -> "" + secondary());
    }

    @When("somebody else will attach an ENI to {node} in the moment in which the next one is made for it")
    public void attachesEni(String node) {
        var instance = stage.node(node).instance();
        stage.whenNextAsked("create", () -> stage.landscape().attachGuest(instance));
    }

    @Then("somebody else's ENI is attached to {node}")
    public void guestIsAttached(String node) {
        var guests = stage.cloud().enis().stream().filter(this::isGuest).toList();
        assertEquals(1, guests.size(), guests::toString);
        assertTrue(
                guests.getFirst().status() == EniStatus.IN_USE
                        && guests.getFirst()
                                .attachedTo(stage.node(node).instance().id()),
                guests::toString);
    }

    private boolean isGuest(CloudEni eni) {
        return stage.landscape().guests().contains(eni.id());
    }

    private List<CloudEni> secondary() {
        return stage.cloud().enis().stream()
                .filter(eni -> eni.eni().kind() != EniKind.PRIMARY && !isGuest(eni))
                .toList();
    }

    @Then("{node} has no rule for {address} but somebody else's")
    public void hasOnlyTheirs(String node, Ip address) {
        var rules = stage.look(stage.node(node).netns()).rules().stream()
                .filter(rule -> rule.selector().to().equals(Cidr.host(address)))
                .toList();
        assertEquals(List.of(rule(node, address, BY_HAND)), rules);
    }

    private KernelObject.Rule rule(String node, Ip address, int protocol) {
        return new KernelObject.Rule(
                stage.node(node).netns(),
                512,
                RuleSelector.to(Cidr.host(address)),
                new RuleAction.Lookup(254),
                protocol);
    }
}
