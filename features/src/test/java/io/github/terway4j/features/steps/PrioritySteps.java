package io.github.terway4j.features.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.EniQueueing;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.features.stage.Stage;
import java.util.List;

/** Whose packets go first at an ENI. */
public final class PrioritySteps {
    private final Stage stage;
    private final Pods pods;

    public PrioritySteps(Stage stage, Pods pods) {
        this.stage = stage;
        this.pods = pods;
    }

    @Given("runtimes that are told to send by priority")
    public void byPriority() {
        stage.runtimesSay(EniQueueing.BY_PRIORITY);
    }

    @Then("what {pod} sends goes first")
    public void first(String name) {
        goes(name, Band.FIRST);
    }

    @Then("what {pod} sends goes in the middle")
    public void middle(String name) {
        goes(name, Band.MIDDLE);
    }

    @Then("what {pod} sends goes last")
    public void last(String name) {
        goes(name, Band.LAST);
    }

    /** In each family, and by no other filter otherwise. */
    private void goes(String name, Band band) {
        var pod = pods.pod(name);
        var filters = stage.look(stage.node(pod.node()).netns()).filters();
        for (var ip : pod.addresses()) {
            assertEquals(List.of(new FilterAction.Prioritise(band)), sorters(filters, ip), filters::toString);
        }
    }

    private static List<FilterAction> sorters(List<KernelObject.Filter> filters, Ip ip) {
        return filters.stream()
                .filter(filter -> filter.match().equals(new FilterMatch.From(Cidr.host(ip))))
                .map(KernelObject.Filter::action)
                .toList();
    }
}
