package io.github.terway4j.domain.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every number here was worked out by hand. */
class PodSumTest {
    private static List<String> told(InstanceLimits limits, EniCap cap, boolean trunking, boolean erdma) {
        var capacity = new Capacity(limits, cap);
        return PodSum.of(capacity, capacity.flavor(trunking, erdma)).stream()
                .map(sum -> "%s %d: %s".formatted(sum.way(), sum.pods(), sum.words()))
                .toList();
    }

    @Test
    void an_ordinary_type_shares_its_enis_but_the_nodes_own() {
        assertEquals(
                List.of(
                        "shared 12: (3 ENIs - 1 of the node itself = 2) × 6 addresses",
                        "prefix 160: (3 ENIs - 1 of the node itself = 2) × (6 places - 1 for the ENI's own address) × 16"
                                + " addresses of a prefix",
                        "exclusive 2: 3 ENIs - 1 of the node itself",
                        "trunk 0: the type has no trunk",
                        "rdma 0: the type has no RDMA"),
                told(new InstanceLimits("ecs.g7.large", 3, 3, 6, 6, false, 0), EniCap.NONE, true, true));
    }

    @Test
    void what_the_configuration_keeps_back_is_named() {
        var limits = new InstanceLimits("sim.rdma.8xlarge", 8, 30, 15, 15, true, 2);
        assertEquals(
                List.of(
                        "shared 15: (8 ENIs × eni_cap_ratio 0.5 + eni_cap_shift 1 - 1 of the node itself, at most max_eni 3"
                                + " - 2 for RDMA = 1) × 15 addresses",
                        "prefix 224: (8 ENIs × eni_cap_ratio 0.5 + eni_cap_shift 1 - 1 of the node itself, at most max_eni 3"
                                + " - 2 for RDMA = 1) × (15 places - 1 for the ENI's own address) × 16 addresses of a"
                                + " prefix",
                        "exclusive 7: 8 ENIs - 1 of the node itself",
                        "trunk 22: 30 ENIs with members - 8 of the instance itself",
                        "rdma 30: 2 ENIs for RDMA × 15 addresses"),
                told(limits, EniCap.NONE.withShare(0.5, 1).atMost(3), true, true));
    }

    @Test
    void rdma_that_nobody_enabled_is_told_of() {
        var limits = new InstanceLimits("sim.rdma.8xlarge", 8, 30, 15, 15, true, 2);
        assertEquals(
                "rdma 0: enable_erdma is not true, else 30",
                told(limits, EniCap.NONE, false, false).getLast());
    }
}
