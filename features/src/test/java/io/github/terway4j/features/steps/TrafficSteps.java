package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.features.stage.Stage;
import io.github.terway4j.ports.out.TrafficOutcome;

/** Who reaches whom. To reach is to open a TCP connection and to get ten thousand bytes across, each way. */
public final class TrafficSteps {
    private final Stage stage;
    private final Pods pods;

    public TrafficSteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @Then("{pod} and {pod} reach each other")
    public void reachEachOther(String one, String other) {
        reaches(pods.pod(one).sandbox().netns(), pods.pod(other));
        reaches(pods.pod(other).sandbox().netns(), pods.pod(one));
    }

    @Then("{node} reaches {pod}")
    public void nodeReaches(String node, String name) {
        reaches(stage.node(node).netns(), pods.pod(name));
    }

    @Then("{node} does not reach {pod}")
    public void nodeDoesNotReach(String node, String name) {
        doesNotReach(stage.node(node).netns(), pods.pod(name));
    }

    @Then("{pod} does not reach {pod}")
    public void podDoesNotReach(String from, String to) {
        doesNotReach(pods.pod(from).sandbox().netns(), pods.pod(to));
    }

    private void reaches(NetNs from, StagedPod to) {
        for (var ip : to.addresses()) {
            var outcome = stage.exchange(from, to.sandbox().netns(), ip);
            assertInstanceOf(TrafficOutcome.Arrived.class, outcome, () -> from + " to " + to.name() + ": " + outcome);
        }
    }

    private void doesNotReach(NetNs from, StagedPod to) {
        for (var ip : to.addresses()) {
            var outcome = stage.exchange(from, to.sandbox().netns(), ip);
            assertInstanceOf(TrafficOutcome.Lost.class, outcome, () -> from + " to " + to.name() + ": " + outcome);
        }
    }

    @When("{pod} takes {address} for its address instead of its own")
    public void takesAddress(String name, Ip address) {
        var pod = pods.pod(name);
        var netns = pod.sandbox().netns();
        var link = pod.sandbox().key().interfaceName();
        // The new one first: a link without any address has no routes, either.
        stage.meddle(new KernelStep.Make(new KernelObject.Address(netns, link, InterfaceAddress.host(address))));
        pod.addresses()
                .forEach(own -> stage.meddle(
                        new KernelStep.Remove(new KernelObject.Address(netns, link, InterfaceAddress.host(own)))));
    }
}
