package io.github.terway4j.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import io.github.terway4j.domain.pod.Workload;

/** Pods whose addresses are kept for them. */
public final class StatefulSteps {
    private static final Workload STATEFUL_SET = new Workload("statefulset", false);

    private final Pods pods;

    public StatefulSteps(Pods pods) {
        this.pods = pods;
    }

    @Given("pod {pod} of a StatefulSet runs on {node}")
    public void runs(String name, String node) {
        var pod = pods.scheduled(name, node, STATEFUL_SET);
        pods.ask(pod);
        pods.mustRun(pod);
    }

    @When("the StatefulSet starts {pod} again")
    public void comesBack(String name) {
        pods.comesBack(pods.pod(name), STATEFUL_SET);
    }
}
