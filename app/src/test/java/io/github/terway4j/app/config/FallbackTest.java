package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.LinkKind;
import org.junit.jupiter.api.Test;

/** A node that is to wire pods by IPvlan, and whose kernel has none. */
class FallbackTest {
    private static final String BY_IPVLAN = "{\"eniip_virtual_type\": \"ipvlan\"}";

    @Test
    void pods_are_wired_by_veth_and_the_operator_hears_what_to_do() {
        try (var node = ConfiguredNode.of("{}")) {
            node.machine.forget(LinkKind.IPVLAN);
            node.restart(BY_IPVLAN);
            var link = node.pod("web").podLink();
            assertEquals("veth", node.sandbox("web").link(link).orElseThrow().kind());
            assertTrue(
                    node.events.stream()
                            .anyMatch(event -> event.contains("no IPvlan") && event.contains("Load the module ipvlan")),
                    node.events::toString);
        }
    }

    @Test
    void a_kernel_that_has_it_is_told_of_nothing() {
        try (var node = ConfiguredNode.of(BY_IPVLAN)) {
            node.pod("web");
            assertTrue(node.events.stream().noneMatch(event -> event.contains("IPvlan")), node.events::toString);
        }
    }
}
