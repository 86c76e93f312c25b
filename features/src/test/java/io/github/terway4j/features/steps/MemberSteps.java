package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.quota.InstanceLimits;
import io.github.terway4j.features.stage.NodeShape;
import io.github.terway4j.features.stage.Stage;
import java.util.List;

/** Nodes with a trunk, and pods that ask for an ENI behind it. */
public final class MemberSteps {
    private static final String NO_VLANS = "skipped: this kernel knows no VLANs, or its filters no tags of them";

    /** A trunk, an ENI beside it, and the node's own. */
    private static final int ENIS = 3;

    private static final int ADDRESSES = 10;

    private final Stage stage;
    private final Shapes shapes;
    private final Pods pods;

    public MemberSteps(Stage stage, Shapes shapes, Pods pods) {
        this.stage = stage;
        this.shapes = shapes;
        this.pods = pods;
    }

    @Given("{node} has a trunk for {int} members")
    public void hasTrunk(String name, int members) {
        shapes.announce(NodeShape.usual(name)
                .of(new InstanceLimits("ecs.stage-trunk.large", ENIS, ENIS + members, ADDRESSES, ADDRESSES, true, 0))
                .with("enable_eni_trunking", true));
    }

    @Given("a kernel that knows VLANs")
    public void needsVlans() {
        AskedOfTheKernel.needs(stage.kernelKnowsVlans(), NO_VLANS);
    }

    @Given("the nodes tell members apart by {word}")
    public void tellApartBy(String means) {
        shapes.names().forEach(name -> shapes.change(name, shape -> shape.with("vlan_strip_type", means)));
    }

    @When("pod {pod} starts on {node} and asks for a member")
    public void starts(String name, String node) {
        pods.ask(pods.scheduledOnMember(name, node));
    }

    @When("pods {pods} start on {node} and ask for a member each")
    public void start(List<String> names, String node) {
        names.forEach(name -> starts(name, node));
    }

    @Then("{pods} have members of their own")
    public void haveMembers(List<String> names) {
        var members = names.stream().map(this::memberOf).distinct().toList();
        assertEquals(names.size(), members.size(), members::toString);
    }

    @Then("{pod} has a member of its own")
    public void hasMember(String name) {
        assertEquals(memberOf(name).addresses(), pods.pod(name).addresses());
    }

    @Then("{pod} has an address of a shared ENI")
    public void shares(String name) {
        var pod = pods.pod(name);
        assertTrue(!pod.addresses().isEmpty(), name + " has no address");
        assertFalse(
                stage.membersOf(pod.node()).stream()
                        .anyMatch(member -> member.addresses().containsAll(pod.addresses())),
                name);
    }

    @Then("{int} member(s) ride(s) on the trunk of {node}")
    public void ride(int count, String node) {
        var members = stage.membersOf(node);
        assertEquals(count, members.size(), members::toString);
    }

    private Eni memberOf(String name) {
        var pod = pods.pod(name);
        return stage.membersOf(pod.node()).stream()
                .filter(member -> member.addresses().equals(pod.addresses()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no member, but %s".formatted(name, pod.addresses())));
    }
}
