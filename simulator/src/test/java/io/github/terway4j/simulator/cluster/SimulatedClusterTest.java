package io.github.terway4j.simulator.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodAnnotations;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.PodLookup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest {
    private static final PodRef WEB = new PodRef("shop", "web-0");

    private final SimulatedCluster cluster = new SimulatedCluster(1);

    @BeforeEach
    void two_nodes() {
        cluster.addNode("node-1");
        cluster.addNode("node-2");
    }

    @Test
    void a_pod_has_a_uid_and_a_sandbox_that_look_real() {
        var pod = cluster.start("node-1", WEB);
        assertTrue(pod.sandbox().matches("[0-9a-f]{64}"), pod.sandbox());
        var uid = UUID.fromString(pod.facts().uid());
        assertEquals(List.of(4, 2), List.of(uid.version(), uid.variant()));
        assertEquals(pod.sandbox() + "/eth0", pod.attachment().toString());
    }

    @Test
    void the_same_seed_gives_the_same_pods() {
        var twin = new SimulatedCluster(1);
        twin.addNode("node-1");
        assertEquals(cluster.start("node-1", WEB), twin.start("node-1", WEB));
        assertNotEquals(cluster.restart(WEB), twin.find(WEB).orElseThrow());
    }

    @Test
    void a_restarted_pod_has_its_name_and_bandwidth_a_new_uid_and_a_new_sandbox() {
        var limit = new BandwidthLimit(Rate.ofBitsPerSecond(8_000), Rate.UNLIMITED);
        var first = cluster.start("node-1", WEB, limit);
        var second = cluster.restart(WEB);
        assertEquals(
                List.of(WEB, "node-1", PodAnnotations.of(limit)),
                List.of(second.pod(), second.node(), second.facts().annotations()));
        assertNotEquals(first.facts().uid(), second.facts().uid());
        assertNotEquals(first.sandbox(), second.sandbox());
        assertEquals(Optional.of(second), cluster.find(WEB));
    }

    @Test
    void a_new_sandbox_is_still_the_same_pod() {
        var first = cluster.start("node-1", WEB);
        var second = cluster.renewSandbox(WEB);
        assertEquals(first.facts(), second.facts());
        assertNotEquals(first.sandbox(), second.sandbox());
    }

    @Test
    void a_node_sees_its_own_pods_only() {
        var facts = cluster.start("node-1", WEB).facts();
        assertEquals(new PodLookup.Found(facts), new SimulatedPodDirectory(cluster, "node-1").find(WEB));
        assertEquals(new PodLookup.Absent(), new SimulatedPodDirectory(cluster, "node-2").find(WEB));
    }

    @Test
    void a_stopped_pod_is_absent() {
        cluster.start("node-1", WEB);
        cluster.stop(WEB);
        assertEquals(new PodLookup.Absent(), new SimulatedPodDirectory(cluster, "node-1").find(WEB));
        assertEquals(List.of(), cluster.podsOn("node-1"));
    }

    @Test
    void a_node_that_is_cut_off_cannot_say_that_a_pod_is_absent() {
        var directory = new SimulatedPodDirectory(cluster, "node-1");
        directory.cutOff("connection refused");
        assertEquals(new PodLookup.Unreadable("connection refused"), directory.find(WEB));
        directory.reconnect();
        assertEquals(new PodLookup.Absent(), directory.find(WEB));
    }

    @Test
    void the_listing_has_a_line_for_each_pod() {
        cluster.start("node-2", WEB);
        cluster.start("node-1", new PodRef("shop", "db-0"));
        var lines = cluster.listing().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches("shop/db-0 +node-1 +[0-9a-f]{13}"), lines.get(0));
        assertTrue(lines.get(1).matches("shop/web-0 +node-2 +[0-9a-f]{13}"), lines.get(1));
    }

    @Test
    void what_cannot_be_throws() {
        cluster.start("node-1", WEB);
        assertThrows(IllegalArgumentException.class, () -> cluster.start("node-2", WEB), "runs already");
        assertThrows(IllegalArgumentException.class, () -> cluster.addNode("node-1"), "there already");
        var other = new PodRef("shop", "other");
        assertThrows(IllegalArgumentException.class, () -> cluster.start("node-9", other), "no such node");
        assertThrows(IllegalArgumentException.class, () -> cluster.stop(other), "does not run");
        assertThrows(IllegalArgumentException.class, () -> cluster.restart(other), "does not run");
    }
}
