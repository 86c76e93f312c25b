package io.github.terway4j.domain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DaemonMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeLabelsTest {
    private static NodeLabels labelled(String name, String value) {
        return new NodeLabels(Map.of(name, value));
    }

    @Test
    void a_node_that_says_nothing_is_served_as_configured() {
        assertEquals(Optional.empty(), NodeLabels.NONE.mode());
        assertEquals(Optional.empty(), NodeLabels.NONE.ownConfig());
        assertEquals(List.of(), NodeLabels.NONE.obstacles());
    }

    @Test
    void the_exclusive_mode_is_heard_in_capitals_or_not() {
        for (var spelt : List.of("eniOnly", "ENIONLY", "enionly")) {
            assertEquals(
                    Optional.of(DaemonMode.ENI_ONLY),
                    labelled(NodeLabels.EXCLUSIVE, spelt).mode());
        }
        assertEquals(Optional.empty(), labelled(NodeLabels.EXCLUSIVE, "Default").mode());
        assertEquals(List.of(), labelled(NodeLabels.EXCLUSIVE, "Default").obstacles());
    }

    @Test
    void a_mode_that_is_none_keeps_the_node_from_being_served() {
        var nonsense = labelled(NodeLabels.EXCLUSIVE, "eni-only");
        assertEquals(Optional.empty(), nonsense.mode());
        assertEquals(
                List.of("the node's label k8s.aliyun.com/exclusive-mode-eni-type is \"eni-only\": it takes eniOnly or"
                        + " default"),
                nonsense.obstacles());
    }

    @Test
    void nodes_that_are_not_ours_are_not_served() {
        assertEquals(
                1,
                labelled("k8s.aliyun.com/ignore-by-terway", "true").obstacles().size());
        assertEquals(
                1,
                labelled("alibabacloud.com/lingjun-worker", "true").obstacles().size());
        assertEquals(1, labelled("type", "virtual-kubelet").obstacles().size());
        assertTrue(
                labelled("k8s.aliyun.com/ignore-by-terway", "false").obstacles().isEmpty());
    }
}
