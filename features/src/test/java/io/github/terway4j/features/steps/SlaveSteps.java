package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.List;

/** Pods past the host's stack, and what is led to the host all the same. */
public final class SlaveSteps {
    private static final LinkName OWN_DEVICE = new LinkName("eth0");

    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;

    public SlaveSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("pods past the host's stack on all nodes")
    public void pastTheHost() {
        everywhere("eniip_virtual_type", "ipvlan");
    }

    @Given("the services of the cluster are in {block}")
    public void services(Cidr block) {
        everywhere("service_cidr", block.toString());
    }

    @Given("the hosts are to answer for {block}")
    public void hostStack(Cidr block) {
        everywhere("host_stack_cidrs", List.of(block.toString()));
    }

    private void everywhere(String key, Object value) {
        shapes.names().forEach(name -> shapes.change(name, shape -> shape.with(key, value)));
    }

    /** As who answers for a service there would have it. */
    @When("{node} answers for {address}")
    public void answers(String node, Ip address) {
        var host = stage.node(node).netns();
        stage.meddle(new KernelStep.Make(new KernelObject.Address(host, OWN_DEVICE, InterfaceAddress.host(address))));
    }

    @Then("{pod} finds {address} on {node}")
    public void finds(String name, Ip address, String node) {
        assertInstanceOf(TrafficOutcome.Arrived.class, exchange(name, address, node));
    }

    @Then("{pod} does not find {address} on {node}")
    public void doesNotFind(String name, Ip address, String node) {
        assertInstanceOf(TrafficOutcome.Lost.class, exchange(name, address, node));
    }

    private TrafficOutcome exchange(String name, Ip address, String node) {
        return stage.exchange(pods.pod(name).sandbox().netns(), stage.node(node).netns(), address);
    }

    @Then("{pod} has no link on its node")
    public void hasNoLink(String name) {
        assertEquals(0, linksOf(pods.pod(name)));
    }

    @Then("{pod} has a link on its node")
    public void hasLink(String name) {
        assertEquals(1, linksOf(pods.pod(name)));
    }

    private long linksOf(StagedPod pod) {
        return stage.look(stage.node(pod.node()).netns()).links().stream()
                .filter(link -> link.kind().equals("veth")
                        && link.name().equals(pod.network().hostLink()))
                .count();
    }

    @Then("a node says that its kernel knows no IPvlan")
    public void saysSo() {
        assertTrue(
                stage.events().stream().anyMatch(event -> event.startsWith("node VirtualModeChanged: ")),
                stage.events()::toString);
    }
}
