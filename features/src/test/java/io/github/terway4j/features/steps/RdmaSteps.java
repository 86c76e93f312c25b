package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import java.util.List;

/** Pods that ask for RDMA, and the ENIs that carry it. */
public final class RdmaSteps {
    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;

    public RdmaSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("{node} has places for {int} ENIs, {int} of them for RDMA")
    public void hasPlaces(String name, int enis, int rdma) {
        shapes.announce(NodeShape.usual(name).withRdma(enis, rdma, 10));
    }

    @When("pod {pod} starts on {node} and asks for RDMA")
    public void starts(String name, String node) {
        pods.ask(pods.scheduledAsking(name, node, EniWish.RDMA));
    }

    @Then("{pod} has an address of an ENI that carries RDMA, and the hardware address of that ENI")
    public void isOn(String name) {
        var pod = pods.pod(name);
        var enis = carrying(pod);
        assertEquals(1, enis.size(), () -> name + " has " + pod.addresses());
        var device = stage.look(pod.sandbox().netns())
                .link(pod.sandbox().key().interfaceName())
                .orElseThrow();
        assertEquals(enis.getFirst().mac(), device.mac());
    }

    @Then("{pod} has no address of an ENI that carries RDMA")
    public void isNotOn(String name) {
        var pod = pods.pod(name);
        assertTrue(!pod.addresses().isEmpty(), () -> name + " has no address at all");
        assertEquals(List.of(), carrying(pod));
    }

    private List<Eni> carrying(StagedPod pod) {
        return stage.enisForPods(pod.node()).stream()
                .filter(eni -> eni.traits().traffic() == TrafficMode.HIGH_PERFORMANCE)
                .filter(eni -> eni.addresses().containsAll(pod.addresses()))
                .toList();
    }
}
