package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.in.PodNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A node with running pods whose agent begins anew with another configuration. */
class ChangedKeysTest {
    private static final String PREFIXES =
            "{\"enable_ip_prefix\": true, \"vswitches\": {\"ZONE\": [\"VSW-2\"]}, \"max_pool_size\": 3}";
    private static final String SINGLES = "{\"vswitches\": {\"ZONE\": [\"VSW-2\"]}, \"max_pool_size\": 3}";

    private static void holdsAll(ConfiguredNode node, Map<String, PodNetwork> pods) {
        pods.forEach((name, network) -> {
            var held = node.enis().stream()
                    .filter(eni -> eni.id().equals(network.eni()))
                    .anyMatch(eni -> network.addresses().all().stream()
                            .allMatch(ip -> eni.eni().addresses().contains(ip.ip())
                                    || eni.prefixes().stream()
                                            .anyMatch(prefix -> prefix.block().contains(ip.ip()))));
            assertTrue(held, () -> name + " has lost " + network.addresses());
        });
        var all = pods.values().stream().map(PodNetwork::addresses).toList();
        assertEquals(all.size(), new HashSet<>(all).size(), "no two pods have the same address");
    }

    private static Map<String, PodNetwork> pods(ConfiguredNode node, int from, int to) {
        var pods = new TreeMap<String, PodNetwork>();
        for (int pod = from; pod < to; pod++) {
            pods.put("pod-" + pod, node.pod("pod-" + pod));
        }
        return pods;
    }

    @Test
    void turning_prefixes_on_leaves_pods_their_single_addresses_until_they_end() {
        try (var node = ConfiguredNode.of(SINGLES)) {
            var old = pods(node, 0, 6);
            node.restart(PREFIXES);
            var fresh = pods(node, 6, 20);
            node.minutes(5);
            old.putAll(fresh);
            holdsAll(node, old);
            assertTrue(node.prefixes(IpFamily.V4) > 0);
            node.end(0, 20);
            node.minutes(10);
            assertEquals(0, node.prefixes(IpFamily.V4));
            assertEquals(3, node.addresses() - node.enis().size(), "what may stand idle, and each ENI's own");
        }
    }

    @Test
    void turning_prefixes_off_leaves_pods_the_addresses_of_their_prefix_until_they_end() {
        try (var node = ConfiguredNode.of(PREFIXES)) {
            var old = pods(node, 0, 20);
            assertEquals(2, node.prefixes(IpFamily.V4));
            node.restart(SINGLES);
            node.minutes(5);
            holdsAll(node, old);
            node.end(0, 20);
            node.minutes(10);
            assertEquals(0, node.prefixes(IpFamily.V4));
        }
    }

    @Test
    void where_no_block_is_left_single_addresses_serve_and_with_two_families_each_eni_has_one_block_of_ipv6() {
        var dual = PREFIXES.replace("{\"enable", "{\"ip_stack\": \"dual\", \"enable");
        try (var node = ConfiguredNode.of(dual)) {
            var pods = pods(node, 0, 70);
            node.minutes(5);
            holdsAll(node, pods);
            assertEquals(4, node.prefixes(IpFamily.V4), "64 addresses are set aside");
            node.enis()
                    .forEach(eni ->
                            assertEquals(1, eni.eni().prefixes(IpFamily.V6).size(), () -> "IPv6 of " + eni.eni()));
        }
    }

    @Test
    void an_eni_is_born_with_as_many_prefixes_as_are_wanted_and_ten_a_call() {
        var json = PREFIXES.replace("\"max_pool_size\": 3", "\"ipv4_prefix_count\": 14")
                .replace("VSW-2", "VSW-4");
        try (var node = ConfiguredNode.of(json)) {
            node.minutes(3);
            assertEquals(14, node.prefixes(IpFamily.V4));
            assertEquals(1, node.enis().size(), "15 places, one of them the ENI's own address");
            assertEquals(10, node.calls.created().getFirst().ipv4Prefixes());
            assertEquals(
                    List.of("V4 4"),
                    node.calls.asked("assignPrefixes").stream()
                            .map(CloudCalls.Asked::words)
                            .toList());
        }
    }

    @Test
    void a_vswitch_that_is_listed_no_more_serves_on_those_enis_that_lie_in_it_and_new_ones_are_born_elsewhere() {
        try (var node = ConfiguredNode.of("{\"vswitches\": {\"ZONE\": [\"VSW-2\"]}, \"max_pool_size\": 5}")) {
            var pods = pods(node, 0, 31);
            assertEquals(3, node.enis().size(), "the node is full of ENIs");
            node.restart("{\"vswitches\": {\"ZONE\": [\"VSW-3\"]}, \"max_pool_size\": 5}");
            pods.putAll(pods(node, 31, 40));
            node.minutes(2);
            holdsAll(node, pods);
            assertEquals(3, node.enis().size());
            node.end(0, 40);
            node.minutes(10);
            pods(node, 50, 80);
            var places = node.enis().stream()
                    .map(eni -> node.scape.nameOf(eni.eni().vSwitch().text()))
                    .toList();
            assertTrue(places.contains("VSW-2") && places.contains("VSW-3"), places::toString);
        }
    }
}
