package io.github.terway4j.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.world.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API server is away for an hour; the node goes on with what it knows. */
class ClusterAwayTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static RunningPod started(NodeInWorld node, String name) {
        var pod = node.startPod(name);
        node.runtime("start of " + name, () -> node.add(pod));
        node.world.runFor(SOON);
        return pod;
    }

    private static List<PodRef> leased(NodeInWorld node) {
        return node.ledger().stream().map(Lease::pod).sorted().toList();
    }

    private static List<Ip> carried(NodeInWorld node) {
        return node.cloud.enis().stream()
                .flatMap(eni -> eni.eni().addresses().stream())
                .toList();
    }

    private static AttachOutcome added(NodeInWorld node, RunningPod pod) {
        var outcomes = new ArrayList<AttachOutcome>();
        node.runtime("ADD", () -> outcomes.add(node.addOnce(pod)));
        node.world.runFor(SOON);
        return outcomes.getFirst();
    }

    @Test
    void pods_that_it_has_heard_of_start_and_others_are_told_to_try_again() {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.world.runFor(SOON);
            var known = node.startPod("known");
            node.world.runFor(SOON);
            node.cutOffCluster();
            node.world.runFor(AN_HOUR);
            var unknown = node.startPod("unknown");
            assertInstanceOf(AttachOutcome.Attached.class, added(node, known));
            var refused = assertInstanceOf(AttachOutcome.NotAttached.class, added(node, unknown));
            assertEquals(new Fault.Outside("pod default/unknown could not be read: connection refused"), refused.why());
            node.reconnectCluster();
            assertInstanceOf(AttachOutcome.Attached.class, added(node, unknown));
        }
    }

    @Test
    void pods_end_and_their_addresses_serve_others() {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.world.runFor(SOON);
            var pods = List.of(started(node, "a"), started(node, "b"), started(node, "c"));
            var next = node.startPod("next");
            node.world.runFor(SOON);
            node.cutOffCluster();
            node.runtime("ends", () -> pods.forEach(node::del));
            node.world.runFor(AN_HOUR);
            assertEquals(List.of(), leased(node));
            assertInstanceOf(AttachOutcome.Attached.class, added(node, next));
        }
    }

    @Test
    void nothing_of_pods_is_given_back_even_if_the_agent_begins_anew_without_knowing_any() {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.world.runFor(SOON);
            started(node, "a");
            started(node, "b");
            var before = node.ledger();
            node.cutOffCluster();
            node.restartAgent();
            node.world.runFor(AN_HOUR);
            assertEquals(before, node.ledger());
            before.forEach(lease -> assertTrue(
                    carried(node).containsAll(lease.addresses().all()), () -> lease + " of " + carried(node)));
        }
    }

    @Test
    void what_ended_without_a_word_meanwhile_comes_back_when_it_can_be_asked_again() {
        try (var node = new NodeInWorld(1, FaultPlan.NONE)) {
            node.world.runFor(SOON);
            var a = started(node, "a");
            var b = started(node, "b");
            node.cutOffCluster();
            node.endWithoutAWord(a);
            node.world.runFor(AN_HOUR);
            assertEquals(List.of(a.pod(), b.pod()), leased(node), "only the kernel says so");
            node.reconnectCluster();
            node.world.runFor(Duration.ofMinutes(13));
            assertEquals(List.of(b.pod()), leased(node));
        }
    }
}
