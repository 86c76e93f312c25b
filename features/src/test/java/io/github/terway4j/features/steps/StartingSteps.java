package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.AttachOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Pods that start, and what they have then. */
public final class StartingSteps {
    private final Stage stage;
    private final Pods pods;

    public StartingSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @Given("pod {pod} runs on {node}")
    public void runs(String name, String node) {
        pods.mustRun(pods.start(name, node));
    }

    @Given("pods {pods} run on {node}")
    public void run(List<String> names, String node) {
        names.forEach(name -> runs(name, node));
    }

    @Given("pod {pod} runs on {node}, limited to send {rate} and to receive {rate}")
    public void runsLimited(String name, String node, Rate sending, Rate receiving) {
        startsLimited(name, node, sending, receiving);
        pods.mustRun(pods.pod(name));
    }

    @When("pod {pod} starts on {node}")
    @When("pod {pod} starts on {node} at once")
    public void starts(String name, String node) {
        pods.start(name, node);
    }

    @When("pods {pods} start on {node}")
    public void start(List<String> names, String node) {
        names.forEach(name -> starts(name, node));
    }

    @When("pod {pod} starts on {node}, limited to send {rate} and to receive {rate}")
    public void startsLimited(String name, String node, Rate sending, Rate receiving) {
        pods.ask(pods.scheduled(name, node, new BandwidthLimit(receiving, sending), BandwidthLimit.NONE));
    }

    @When("pod {pod} starts on {node}, limited to send {rate} and to receive {rate}, but to send {rate} by the runtime")
    public void startsLimitedTwice(String name, String node, Rate sending, Rate receiving, Rate runtimes) {
        pods.ask(pods.scheduled(
                name, node, new BandwidthLimit(receiving, sending), new BandwidthLimit(Rate.UNLIMITED, runtimes)));
    }

    @When("pod {pod} starts on {node} and the runtime asks for it ten times at once")
    public void startsTenfold(String name, String node) {
        pods.ask(pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE), 10);
    }

    @When("pod {pod} starts on {node} and the agent dies at step {int}")
    public void startsAndTheAgentDies(String name, String node, int step) {
        var pod = pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        stage.dieAtCall(step);
        pods.ask(pod);
        assertFalse(stage.node(node).agentLives(), "the pod was started in fewer steps: " + pod.answers());
    }

    @When("pod {pod} starts on {node} and the agent dies as soon as the cloud has made an ENI for it")
    public void startsAndTheAgentDies(String name, String node) {
        var pod = pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        stage.dieAfter("create");
        pods.ask(pod);
        assertFalse(stage.node(node).agentLives(), "the pod was started without a new ENI: " + pod.answers());
    }

    @When("pod {pod} starts on {node}, and the agent is killed {length} later")
    public void startsAndTheAgentIsKilled(String name, String node, Duration later) {
        var pod = pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        stage.killAgentIn(later, node);
        pods.ask(pod);
        assertFalse(stage.node(node).agentLives(), "the pod was started before: " + pod.answers());
    }

    @When("pod {pod} starts on {node}, but its sandbox is gone")
    public void startsWithoutSandbox(String name, String node) {
        var pod = pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        stage.removeSandbox(pod.sandbox().netns());
        pods.ask(pod);
    }

    @When("pod {pod} starts on {node}, but its sandbox has an interface of that name already")
    public void startsWithInterfaceTaken(String name, String node) {
        var pod = pods.scheduled(name, node, BandwidthLimit.NONE, BandwidthLimit.NONE);
        stage.meddle(new KernelStep.Make(new KernelObject.VethPair(
                pod.sandbox().netns(),
                pod.sandbox().key().interfaceName(),
                Mac.local(1),
                stage.newSandbox("elsewhere"),
                new LinkName("other"),
                Mac.local(2),
                new Mtu(1500),
                "")));
        pods.ask(pod);
    }

    @When("the runtime asks {node} for pod {pod}, which is not in the cluster")
    public void asksForUnknown(String node, String name) {
        pods.ask(pods.unknown(name, node));
    }

    @When("the runtime asks for {pod} again")
    public void asksAgain(String name) {
        pods.ask(pods.pod(name));
    }

    @When("{pod} gets a new sandbox")
    @Given("{pod} has got a new sandbox")
    public void getsNewSandbox(String name) {
        var pod = pods.pod(name);
        pods.renewSandbox(pod);
        pods.ask(pod);
        pods.mustRun(pod);
    }

    @Then("{pod} has one address, and it lies in {block}")
    public void hasAddressIn(String name, Cidr block) {
        var addresses = pods.pod(name).addresses();
        assertEquals(1, addresses.size(), addresses::toString);
        assertTrue(block.contains(addresses.getFirst()), addresses::toString);
    }

    @Then("{pod} has an IPv4 and an IPv6 address")
    public void hasBoth(String name) {
        assertEquals(
                List.of(IpFamily.V4, IpFamily.V6),
                List.copyOf(pods.pod(name).network().addresses().families()));
    }

    @Then("the cloud says that an ENI of {node} has the addresses of {pod}")
    public void cloudKnows(String node, String name) {
        var addresses = pods.pod(name).addresses();
        assertEquals(
                1,
                stage.enisForPods(node).stream()
                        .filter(eni -> eni.addresses().containsAll(addresses))
                        .count(),
                () -> addresses + " of " + stage.enisForPods(node));
    }

    @Then("{pods} have {int} different addresses")
    public void haveDifferentAddresses(List<String> names, int count) {
        differ(pods.pods(names), count);
    }

    @Then("they have {int} different addresses")
    public void allHaveDifferentAddresses(int count) {
        differ(pods.all(), count);
    }

    private static void differ(List<StagedPod> some, int count) {
        var seen = new LinkedHashSet<>();
        some.forEach(pod -> seen.addAll(pod.addresses()));
        assertEquals(count, seen.size(), seen::toString);
    }

    @Then("{pod} has the address that it had before")
    public void hasSameAddress(String name) {
        var networks = pods.pod(name).networks();
        pods.mustRun(pods.pod(name));
        assertEquals(networks.getFirst().addresses(), networks.getLast().addresses());
    }

    @Then("{pod} has the address that {pod} had")
    public void hasAddressOf(String name, String former) {
        assertEquals(pods.pod(former).addresses(), pods.pod(name).addresses());
    }

    @Then("all ten answers are the same")
    public void sameAnswers() {
        var answers = new ArrayList<>(pods.all().getFirst().answers());
        assertEquals(10, answers.size());
        assertInstanceOf(AttachOutcome.Attached.class, answers.getFirst());
        assertEquals(1, new LinkedHashSet<>(answers).size(), answers::toString);
    }

    @Then("each of them was started within {length}")
    public void allStartedWithin(Duration length) {
        pods.all().forEach(pod -> startedWithin(pod.name(), length));
    }

    @Then("{pod} was started within {length}")
    public void startedWithin(String name, Duration length) {
        var pod = pods.pod(name);
        pods.mustRun(pod);
        assertTrue(pod.took().compareTo(length) <= 0, () -> name + " took " + pod.took());
    }

    @Then("{pod} was not started within {length}")
    public void notStartedWithin(String name, Duration length) {
        var pod = pods.pod(name);
        assertTrue(pod.took().compareTo(length) > 0, () -> name + " took " + pod.took());
    }

    @Then("{pod} was started after {length}")
    public void startedAfter(String name, Duration length) {
        var pod = pods.pod(name);
        pods.mustRun(pod);
        assertTrue(pod.took().compareTo(length.minusSeconds(1)) > 0, () -> name + " took " + pod.took());
        assertTrue(pod.took().compareTo(length.plusSeconds(1)) < 0, () -> name + " took " + pod.took());
    }

    @Then("{pod} is refused: {string}")
    public void refused(String name, String words) {
        var answer = pods.pod(name).answers().getLast();
        assertTrue(
                answer instanceof AttachOutcome.NotAttached(var why)
                        && stage.landscape().named(why.words()).equals(words),
                answer::toString);
    }

    @Then("{pod} is refused")
    public void refused(String name) {
        var answer = pods.pod(name).answers().getLast();
        assertTrue(
                answer instanceof AttachOutcome.NotAttached(var why)
                        && !why.words().isBlank(),
                answer::toString);
    }

    @Then("the events of {pod} say so, too")
    public void eventsSaySo(String name) {
        if (pods.pod(name).answers().getLast() instanceof AttachOutcome.NotAttached(var why)) {
            assertTrue(stage.events().contains(name + " AllocIPFailed: " + why.words()), stage.events()::toString);
        }
    }
}
