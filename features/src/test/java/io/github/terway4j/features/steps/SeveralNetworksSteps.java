package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodInterfaces;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods with two interfaces, each of which the runtime asks for by itself. */
public final class SeveralNetworksSteps {
    private static final LinkName FIRST = new LinkName("eth0");
    private static final LinkName SECOND = new LinkName("eth1");

    private final Stage stage;
    private final Pods pods;
    private final Map<String, StagedPod> seconds = new LinkedHashMap<>();

    public SeveralNetworksSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @When("pod {pod} starts on {node} with the interfaces eth0 and eth1")
    public void starts(String name, String node) {
        starts(name, node, FIRST);
    }

    @When("pod {pod} starts on {node} with the interfaces eth0 and eth1, and eth1 is its way to everywhere")
    public void startsWithAWayBySecond(String name, String node) {
        starts(name, node, SECOND);
    }

    private void starts(String name, String node, LinkName way) {
        var pod = pods.scheduled(
                name,
                node,
                new PodInterfaces(List.of(
                        new PodInterfaces.Wish(FIRST, way.equals(FIRST), List.of()),
                        new PodInterfaces.Wish(SECOND, way.equals(SECOND), List.of()))));
        pods.ask(pod);
        pods.mustRun(pod);
        var second = new StagedPod(name, node, pod.sandbox().by(SECOND));
        pods.ask(second);
        pods.mustRun(second);
        seconds.put(name, second);
    }

    @Then("the interfaces of {pod} have {int} different addresses")
    public void haveAddresses(String name, int count) {
        var addresses = List.of(pods.pod(name), second(name)).stream()
                .flatMap(one -> one.addresses().stream())
                .distinct()
                .toList();
        assertEquals(count, addresses.size(), addresses::toString);
    }

    @Then("{pod} reaches {pod} by eth0")
    public void reachesFirst(String from, String to) {
        reaches(from, pods.pod(to));
    }

    @Then("{pod} reaches {pod} by eth1")
    public void reachesSecond(String from, String to) {
        reaches(from, second(to));
    }

    private void reaches(String from, StagedPod to) {
        for (var ip : to.addresses()) {
            var outcome = stage.exchange(
                    pods.pod(from).sandbox().netns(), to.sandbox().netns(), ip);
            assertInstanceOf(TrafficOutcome.Arrived.class, outcome, () -> from + " to " + ip + ": " + outcome);
        }
    }

    @Then("^the default route of ([a-z]+) is by (eth[0-9])$")
    public void defaultRoute(String name, String link) {
        var ways = stage.look(pods.pod(name).sandbox().netns()).routes().stream()
                .filter(route ->
                        route.table() == RouteTables.MAIN && route.destination().length() == 0)
                .map(KernelObject.Route::hop)
                .toList();
        assertEquals(1, ways.size(), ways::toString);
        assertEquals(
                new LinkName(link),
                assertInstanceOf(NextHop.Via.class, ways.getFirst()).link());
    }

    @Then("a check of eth1 of {pod} finds everything in place")
    public void check(String name) {
        var second = second(name);
        assertEquals(new CheckOutcome.AllThere(), stage.check(second.node(), second.sandbox()));
    }

    @When("the runtime ends eth1 of {pod}")
    public void ends(String name) {
        var second = second(name);
        assertInstanceOf(DetachOutcome.Detached.class, pods.end(second.node(), second.sandbox()));
    }

    private StagedPod second(String name) {
        return seconds.getOrDefault(name, pods.pod(name));
    }
}
