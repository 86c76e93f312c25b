package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods that ask for RDMA, on a node whose hardware shows its RDMA device late. */
final class RdmaTest {
    private static final LinkName ETH0 = new LinkName("eth0");

    @ParameterizedTest
    @ValueSource(strings = {"veth", "ipvlan"})
    void a_pod_is_hinted_at_the_rdma_device_of_its_eni_and_has_its_hardware_address(String type) {
        try (var node = node(type)) {
            attached(node.addWithRdma("early"));
            var hardware = rdmaEni(node).eni().mac();
            node.hints.plugIn(hardware, "erdma_0");
            attached(node.addWithRdma("late"));
            assertEquals(Optional.of("erdma_0"), node.hints.hinted(node.namespace("late"), ETH0));
            assertEquals(hardware, mac(node, "late"));
            // It came before there was a device to hint at, and runs all the same.
            assertEquals(Optional.empty(), node.hints.hinted(node.namespace("early"), ETH0));
            assertEquals(hardware, mac(node, "early"));
        }
    }

    @Test
    void a_pod_that_asks_for_nothing_of_the_kind_gets_no_hint() {
        try (var node = node("veth")) {
            attached(node.addWithRdma("with"));
            var hardware = rdmaEni(node).eni().mac();
            node.hints.plugIn(hardware, "erdma_0");
            node.pod("without");
            assertEquals(Optional.empty(), node.hints.hinted(node.namespace("without"), ETH0));
            assertNotEquals(hardware, mac(node, "without"));
        }
    }

    @Test
    void nothing_of_such_a_pod_stays_on_the_host() {
        try (var node = node("veth")) {
            attached(node.addWithRdma("web"));
            var before = node.host();
            assertEquals(1, before.neighbours().size());
            assertEquals(
                    rdmaEni(node).eni().mac(), before.neighbours().getFirst().mac());
            node.end("web");
            node.minutes(1);
            assertEquals(0, node.host().neighbours().size());
        }
    }

    private static ConfiguredNode node(String type) {
        return new ConfiguredNode(
                "sim.rdma.8xlarge",
                "{\"enable_erdma\": true, \"eniip_virtual_type\": \"%s\"}".formatted(type),
                _ -> {});
    }

    private static void attached(AttachOutcome outcome) {
        assertInstanceOf(AttachOutcome.Attached.class, outcome, outcome::toString);
    }

    private static CloudEni rdmaEni(ConfiguredNode node) {
        return node.enis().stream()
                .filter(eni -> eni.traffic() == TrafficMode.HIGH_PERFORMANCE)
                .findFirst()
                .orElseThrow();
    }

    private static Mac mac(ConfiguredNode node, String pod) {
        return node.sandbox(pod).link(ETH0).orElseThrow().mac();
    }
}
