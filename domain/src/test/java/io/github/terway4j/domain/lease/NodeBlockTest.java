package io.github.terway4j.domain.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeBlockTest {
    @Test
    void network_gateway_and_broadcast_are_nobodys() {
        assertEquals(
                List.of("10.244.3.2", "10.244.3.3", "10.244.3.4", "10.244.3.5", "10.244.3.6"), all("10.244.3.0/29"));
        assertEquals(List.of("10.244.3.2"), all("10.244.3.0/30"));
        assertEquals(253, all("10.244.3.0/24").size());
        assertEquals("10.244.3.254", all("10.244.3.0/24").getLast());
    }

    @Test
    void the_last_address_of_an_ipv6_block_is_like_any_other() {
        assertEquals(List.of("fd00:244:3::2", "fd00:244:3::3"), all("fd00:244:3::/126"));
    }

    @Test
    void of_a_large_block_as_many_are_used_as_a_node_can_need() {
        assertEquals(NodeBlock.MOST, all("10.0.0.0/8").size());
        assertEquals(NodeBlock.MOST, all("fd00::/64").size());
        assertEquals("fd00::2", all("fd00::/64").getFirst());
    }

    @Test
    void a_block_of_each_family_gives_addresses_of_each() {
        var block = new NodeBlock(DualStack.both(Cidr.parse("10.244.3.0/30"), Cidr.parse("fd00:244:3::/126")));
        assertEquals(
                List.of(Ip.parse("10.244.3.2"), Ip.parse("fd00:244:3::2"), Ip.parse("fd00:244:3::3")),
                block.addresses());
        assertEquals(DualStack.both(Ip.parse("10.244.3.1"), Ip.parse("fd00:244:3::1")), block.gateways());
    }

    @Test
    void a_block_without_an_address_for_a_pod_is_none() {
        for (var small : List.of("10.244.3.0/31", "10.244.3.7/32", "fd00::/127")) {
            assertThrows(IllegalArgumentException.class, () -> block(small), small);
        }
    }

    private static List<String> all(String cidr) {
        return block(cidr).addresses().stream().map(Ip::toString).toList();
    }

    private static NodeBlock block(String text) {
        var cidr = Cidr.parse(text);
        return new NodeBlock(cidr.family() == IpFamily.V4 ? DualStack.v4(cidr) : DualStack.v6(cidr));
    }
}
