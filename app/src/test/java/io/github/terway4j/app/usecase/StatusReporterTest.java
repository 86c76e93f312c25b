package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.ports.in.NodeStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusReporterTest {
    private static final NodeStatus READY = new NodeStatus.Ready();

    @Test
    void before_the_first_look_at_the_cloud_no_pod_can_be_served() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            assertEquals(
                    new NodeStatus.NotReady(new Fault.Outside("the agent has not looked at the cloud yet")),
                    status(bench));
        }
    }

    @Test
    void a_node_that_can_bring_addresses_is_ready_before_it_has_any() {
        try (var bench = new Bench(1, 5, 0, 0).passes(1)) {
            assertEquals(READY, status(bench));
        }
    }

    @Test
    void an_empty_node_that_can_bring_none_is_not_ready() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            bench.cloud.refuse("create", Refusals::denied);
            bench.passes(1);
            assertEquals(new NodeStatus.NotReady(new Fault.Configuration("the role may not do this")), status(bench));
            bench.run(Duration.ofMinutes(1));
            bench.cloud.refuse("create", Refusals::limitReached);
            bench.passes(1);
            assertEquals(new NodeStatus.NotReady(new Fault.Capacity("the quota of ENIs is used up")), status(bench));
        }
    }

    @Test
    void trouble_does_not_matter_while_an_address_is_at_hand() {
        try (var bench = new Bench(1, 5, 1, 1).passes(3)) {
            bench.cloud.refuse("enisOf", Refusals::unknown);
            bench.passes(1);
            assertEquals(READY, status(bench));
            bench.attached("web");
            assertEquals(
                    new NodeStatus.NotReady(
                            new Fault.Outside("the cloud did not say which ENIs are ours: connection reset")),
                    status(bench));
        }
    }

    @Test
    void a_look_that_nobody_waits_for_and_that_is_put_off_is_no_trouble() {
        try (var bench = new Bench(1, 5, 1, 1).passes(3)) {
            bench.attached("web");
            bench.cloud.refuse("enisOf", Refusals::throttled);
            bench.passes(1);
            assertEquals(READY, status(bench));
        }
    }

    @Test
    void a_node_that_is_full_of_pods_is_a_ready_one() {
        try (var bench = new Bench(1, 2, 1, 1).keepPool()) {
            bench.attached("web");
            bench.attached("db");
            bench.notAttached("cache");
            assertEquals(READY, status(bench));
        }
    }

    private static NodeStatus status(Bench bench) {
        return bench.agent.reportStatus().status();
    }
}
