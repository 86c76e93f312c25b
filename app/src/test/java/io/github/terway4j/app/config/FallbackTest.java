package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.in.AttachOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"filter, vlan, act_vlan", "vlan, veth, 8021q"})
    void members_are_told_apart_the_other_way_where_the_kernel_lacks_the_one(
            String wished, String kind, String remedy) {
        try (var node = ConfiguredNode.of("{}")) {
            switch (wished) {
                case "filter" -> node.machine.forgetTags();
                default -> node.machine.forget(LinkKind.VLAN);
            }
            node.restart("{\"enable_eni_trunking\": true, \"vlan_strip_type\": \"%s\"}".formatted(wished));
            assertInstanceOf(AttachOutcome.Attached.class, node.addOnMember("web"));
            assertEquals(
                    kind,
                    node.sandbox("web").link(new LinkName("eth0")).orElseThrow().kind());
            assertTrue(
                    node.events.stream()
                            .anyMatch(
                                    event -> event.contains("vlan_strip_type is " + wished) && event.contains(remedy)),
                    node.events::toString);
        }
    }

    @Test
    void nobody_gets_a_member_where_the_kernel_can_tell_none_apart() {
        try (var node = ConfiguredNode.of("{}")) {
            node.machine.forgetTags();
            node.machine.forget(LinkKind.VLAN);
            node.restart("{\"enable_eni_trunking\": true}");
            var refused = assertInstanceOf(AttachOutcome.NotAttached.class, node.addOnMember("web"));
            assertTrue(refused.why().words().contains("allow no trunk"), refused::toString);
            assertTrue(
                    node.events.stream().anyMatch(event -> event.contains("no pod gets a member ENI")),
                    node.events::toString);
            node.pod("db");
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
