package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes whose pods have an ENI each, and where the devices of these are. */
public final class WholeEniSteps {
    private static final String NO_HARDWARE =
            "skipped: what stands in for an ENI's device on this kernel dies with the sandbox that it is in";

    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;

    public WholeEniSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("{node} lends {int} ENIs, each to one pod")
    public void lends(String name, int enis) {
        shapes.announce(
                NodeShape.usual(name).withRoom(enis, 1).keeping(enis, enis).with("daemon_mode", "ENIOnly"));
    }

    @Given("devices that outlive the sandbox that they are in")
    public void needsHardware() {
        if (!stage.hasHardware()) {
            System.out.println(NO_HARDWARE);
        }
        assumeTrue(stage.hasHardware(), NO_HARDWARE);
    }

    @Then("{pods} have ENIs of their own")
    public void haveEnis(List<String> names) {
        var enis = pods.pods(names).stream().map(pod -> eniIn(pod)).distinct().toList();
        assertEquals(names.size(), enis.size(), enis::toString);
    }

    @Then("{pod} has an ENI of its own")
    public void hasEni(String name) {
        haveEnis(List.of(name));
    }

    /** The one whose device is the pod's interface; the pod's addresses are its own. */
    private Eni eniIn(StagedPod pod) {
        var device = stage.look(pod.sandbox().netns())
                .link(pod.sandbox().key().interfaceName())
                .orElseThrow();
        var eni = stage.enisForPods(pod.node()).stream()
                .filter(one -> one.mac().equals(device.mac()))
                .findFirst()
                .orElseThrow();
        assertEquals(eni.addresses(), pod.addresses());
        return eni;
    }

    @Then("{node} has {int} device(s) to lend")
    public void hasDevices(String name, int count) {
        assertEquals(count, devices(name).size(), () -> devices(name).toString());
    }

    @Then("all devices of {node} are home")
    public void areHome(String name) {
        var devices = devices(name);
        var names = IntStream.rangeClosed(1, stage.enisForPods(name).size())
                .mapToObj(number -> "eth" + number)
                .toList();
        assertEquals(
                names, devices.stream().map(link -> link.name().text()).sorted().toList());
        assertTrue(
                devices.stream().allMatch(link -> link.alias().isEmpty() && !link.up()), () -> "not clean: " + devices);
        var left = stage.look(stage.node(name).netns()).addresses().stream()
                .filter(address -> names.contains(address.link().text()))
                .toList();
        assertEquals(List.of(), left);
    }

    private List<Link> devices(String name) {
        var host = stage.look(stage.node(name).netns());
        return stage.enisForPods(name).stream()
                .flatMap(eni -> host.link(eni.mac()).stream())
                .toList();
    }
}
