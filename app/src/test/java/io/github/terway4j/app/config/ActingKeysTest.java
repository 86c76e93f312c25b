package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.cloud.CloudScene;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each key of the pool changes on a running node: the same story is played without the key and with it, and the
 * numbers that the cloud then shows differ as the documentation says.
 */
class ActingKeysTest {
    /** Tested where calls leave for the OpenAPI, since no other cloud knows of them. */
    private static final List<String> OF_THE_OPENAPI = List.of("resource_group_id", "rate_limit");

    /** Tested where the agent starts ({@code SymmetricRoutingTest}): the node's, and no pod's. */
    private static final List<String> OF_THE_START = List.of("symmetric_routing", "symmetric_routing_config");

    /** Told to have no effect. */
    private static final List<String> WITHOUT_EFFECT = List.of("ipv6_prefix_count");

    private static final String LARGE_WITH_TRUNK = "ecs.ebmre7p.32xlarge";
    private static final String TRUNKING = "\"enable_eni_trunking\": true";
    private static final String WITH_RDMA = "sim.rdma.8xlarge";
    private static final String QUIET =
            "\"idle_ip_reclaim_after\": \"5m\", \"min_pool_size\": 2, \"max_pool_size\": 12";
    private static final String PREFIXES = "\"vswitches\": {\"ZONE\": [\"VSW-2\"]}";

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_acts(Key key) {
        assertNotEquals(key.without(), key.with(), "a key that changes nothing shows nothing");
        assertEquals(key.without(), played(key, key.companions()), "without it");
        assertEquals(key.with(), played(key, key.setting()), "with it");
    }

    private static Object played(Key key, String settings) {
        try (var node = new ConfiguredNode(key.type(), "{%s}".formatted(settings), key.before())) {
            return key.story().apply(node);
        }
    }

    @Test
    void every_key_of_the_pool_is_in_this_table() {
        var read = new KeyReader(Map.of());
        PoolKeys.read(read);
        EniKeys.read(read);
        VSwitchKeys.read(read);
        var expected = new TreeSet<>(read.asked().keySet());
        WiringKeys.read(read);
        expected.addAll(read.asked().keySet());
        expected.addAll(List.of("ip_stack", "rate_limit", "service_cidr"));
        var listed = keys().map(Key::name).collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(OF_THE_OPENAPI);
        listed.addAll(OF_THE_START);
        listed.addAll(WITHOUT_EFFECT);
        assertEquals(expected, listed);
    }

    static Stream<Key> keys() {
        return Stream.of(
                key("min_pool_size", "4", ActingKeysTest::held, 0, 4).beside("\"max_pool_size\": 10"),
                key("max_pool_size", "3", node -> heldAfter(node, 5), 0, 3),
                key("min_eni", "2", ActingKeysTest::held, 0, 30).beside("\"max_pool_size\": 40"),
                key("max_eni", "1", ActingKeysTest::held, 20, 15).beside(marks(20, 20)),
                key("eni_cap_ratio", "0.5", ActingKeysTest::held, 20, 15).beside(marks(20, 20)),
                key("eni_cap_shift", "-2", ActingKeysTest::held, 20, 15).beside(marks(20, 20)),
                key("warm_ip_target", "4", node -> heldWith(node, 2), 2, 6),
                key("warm_eni_target", "1", node -> heldWith(node, 2), 2, 30),
                key("warm_prefix_target", "2", ActingKeysTest::prefixes, 0, 2)
                        .beside("\"enable_ip_prefix\": true, " + PREFIXES),
                key("minimum_ip_target", "7", node -> heldWith(node, 2), 2, 7),
                key("ip_warm_up_size", "8", ActingKeysTest::held, 0, 8),
                key("idle_ip_reclaim_after", "\"5m\"", node -> heldAfter(node, 12, 60), 12, 2)
                        .beside(marks(2, 12)),
                key("idle_ip_reclaim_batch_size", "3", node -> heldAfter(node, 12, 18), 7, 9)
                        .beside(QUIET),
                key("idle_ip_reclaim_interval", "\"3m\"", node -> heldAfter(node, 12, 10), 12, 7)
                        .beside(QUIET),
                key("idle_ip_reclaim_jitter_factor", "\"9.0\"", node -> heldAfter(node, 12, 18), 7, 12)
                        .beside(QUIET),
                key("ip_pool_sync_period", "\"20s\"", node -> looks(node) > 20, false, true),
                key("ip_cooldown", "\"5m\"", ActingKeysTest::isGivenAgainAfterAMinute, true, false)
                        .beside("\"max_pool_size\": 5"),
                key("eni_selection_policy", "\"least_ips\"", ActingKeysTest::sizeOfItsEni, 6, 3)
                        .beside(marks(0, 20))
                        .amid(scape -> {
                            scape.attach(Map.of("creator", "terway"), 3);
                            scape.attach(Map.of("creator", "terway"), 6);
                        }),
                key("degradation", "\"l0\"", node -> node.calls.count("create"), 1, 0)
                        .beside(marks(4, 4)),
                key("security_group", "\"SG-1\"", ActingKeysTest::groups, List.of("own"), List.of("SG-1"))
                        .beside(marks(1, 1)),
                key(
                                "security_groups",
                                "[\"SG-2\", \"SG-1\"]",
                                ActingKeysTest::groups,
                                List.of("own"),
                                List.of("SG-2", "SG-1"))
                        .beside(marks(1, 1)),
                key(
                                "eni_tags",
                                "{\"team\": \"net\"}",
                                node -> tag(node, "team") + tag(node, "creator"),
                                "-terway",
                                "netterway")
                        .beside(marks(1, 1)),
                key("eni_tag_filter", "{\"team\": \"net\"}", ActingKeysTest::sizeOfItsEni, 1, 3)
                        .beside("\"eni_tags\": {\"team\": \"net\"}, " + marks(0, 20))
                        .amid(scape -> scape.attach(Map.of("team", "net"), 3)),
                key(
                                "eni_tag_block_list",
                                "[{\"key\": \"team\", \"value\": \"net\"}]",
                                ActingKeysTest::sizeOfItsEni,
                                3,
                                1)
                        .beside(marks(0, 20))
                        .amid(scape -> scape.attach(Map.of("creator", "terway", "team", "net"), 3)),
                key("enable_eni_trunking", "true", ActingKeysTest::kinds, List.of(), List.of(EniKind.TRUNK))
                        .on(LARGE_WITH_TRUNK),
                key("member_min_pool_size", "1", ActingKeysTest::membersAtHand, 0, 1)
                        .beside(TRUNKING + ", \"member_max_pool_size\": 2")
                        .on(LARGE_WITH_TRUNK),
                key("member_max_pool_size", "1", ActingKeysTest::membersAfterAPod, 0, 1)
                        .beside(TRUNKING)
                        .on(LARGE_WITH_TRUNK),
                key("vlan_strip_type", "\"vlan\"", ActingKeysTest::wiringOnMember, "veth", "vlan")
                        .beside(TRUNKING)
                        .on(LARGE_WITH_TRUNK),
                key("enable_erdma", "true", ActingKeysTest::isServedWithRdma, false, true)
                        .on(WITH_RDMA),
                key("enable_ip_prefix", "true", node -> prefixesWith(node, 17), 0, 2)
                        .beside(PREFIXES),
                key("ipv4_prefix_count", "3", ActingKeysTest::prefixes, 0, 3)
                        .beside("\"enable_ip_prefix\": true, " + PREFIXES),
                key(
                                "vswitches",
                                "{\"ZONE\": [\"VSW-3\"], \"elsewhere\": [\"VSW-1\"]}",
                                ActingKeysTest::birthplace,
                                "own",
                                "VSW-3")
                        .beside(marks(1, 1)),
                key("vswitch_selection_policy", "\"most\"", ActingKeysTest::birthplace, "VSW-3", "VSW-2")
                        .beside("\"vswitches\": {\"ZONE\": [\"VSW-3\", \"VSW-1\", \"VSW-2\"]}, " + marks(1, 1)),
                key("eniip_virtual_type", "\"IPVlan\"", ActingKeysTest::wiring, "veth", "ipvlan"),
                key(
                                "host_stack_cidrs",
                                "[\"169.254.20.10/32\"]",
                                ActingKeysTest::byHost,
                                List.of(),
                                List.of("169.254.20.10/32"))
                        .beside("\"eniip_virtual_type\": \"ipvlan\""),
                key("service_cidr", "\"10.96.0.0/12\"", ActingKeysTest::byHost, List.of(), List.of("10.96.0.0/12"))
                        .beside("\"eniip_virtual_type\": \"ipvlan\""),
                key("ip_stack", "\"dual\"", node -> heldWith(node, 3) - node.addresses(IpFamily.V6), 3, 0));
    }

    @Test
    void ordered_is_as_given_and_most_is_where_most_addresses_are_free() {
        assertEquals("VSW-3", birthplaceBy("ordered", "\"VSW-3\", \"VSW-2\", \"VSW-1\""));
        assertEquals("VSW-1", birthplaceBy("ordered", "\"VSW-1\", \"VSW-2\", \"VSW-3\""));
        assertEquals("VSW-2", birthplaceBy("most", "\"VSW-3\", \"VSW-2\", \"VSW-1\""));
    }

    private static String birthplaceBy(String policy, String vSwitches) {
        var json = "{\"vswitch_selection_policy\": \"%s\", \"vswitches\": {\"ZONE\": [%s]}, %s}"
                .formatted(policy, vSwitches, marks(1, 1));
        try (var node = ConfiguredNode.of(json)) {
            return birthplace(node);
        }
    }

    private static String marks(int min, int max) {
        return "\"min_pool_size\": %d, \"max_pool_size\": %d".formatted(min, max);
    }

    private static int held(ConfiguredNode node) {
        node.minutes(3);
        return node.addresses();
    }

    private static int heldWith(ConfiguredNode node, int pods) {
        node.pods(0, pods);
        return held(node);
    }

    private static int heldAfter(ConfiguredNode node, int pods) {
        return heldAfter(node, pods, 5);
    }

    private static int heldAfter(ConfiguredNode node, int pods, int minutes) {
        node.pods(0, pods);
        node.end(0, pods);
        node.minutes(minutes);
        return node.addresses();
    }

    private static int prefixes(ConfiguredNode node) {
        return prefixesWith(node, 0);
    }

    private static int prefixesWith(ConfiguredNode node, int pods) {
        node.pods(0, pods);
        node.minutes(3);
        return node.prefixes(IpFamily.V4);
    }

    private static int looks(ConfiguredNode node) {
        node.calls.forget();
        node.minutes(10);
        return node.calls.count("enisOf");
    }

    private static boolean isGivenAgainAfterAMinute(ConfiguredNode node) {
        var first = node.pod("first").addresses();
        node.end("first");
        node.minutes(1);
        return first.equals(node.pod("second").addresses());
    }

    private static int sizeOfItsEni(ConfiguredNode node) {
        node.minutes(1);
        var eni = node.pod("pod").eni();
        return node.enis().stream()
                .filter(one -> one.id().equals(eni))
                .mapToInt(one -> one.eni().count(IpFamily.V4))
                .sum();
    }

    private static List<String> groups(ConfiguredNode node) {
        node.minutes(1);
        return node.enis().getFirst().securityGroups().stream()
                .map(group -> node.scape.nameOf(group.text()))
                .toList();
    }

    private static String tag(ConfiguredNode node, String key) {
        node.minutes(1);
        return node.enis().getFirst().tags().getOrDefault(key, "-");
    }

    /** The kind of the pod's interface. */
    private static String wiring(ConfiguredNode node) {
        var link = node.pod("pod").podLink();
        return node.sandbox("pod").link(link).orElseThrow().kind();
    }

    /** What is led to the host that a pod sends elsewhere. */
    private static List<String> byHost(ConfiguredNode node) {
        node.pod("pod");
        return node.host().filters().stream()
                .flatMap(filter ->
                        filter.match() instanceof FilterMatch.To(var cidr) ? Stream.of(cidr.toString()) : Stream.of())
                .toList();
    }

    private static List<EniKind> kinds(ConfiguredNode node) {
        node.minutes(2);
        return node.enis().stream().map(eni -> eni.eni().kind()).toList();
    }

    private static int membersAtHand(ConfiguredNode node) {
        node.minutes(2);
        return (int) node.enis().stream().filter(eni -> eni.eni().isMember()).count();
    }

    private static int membersAfterAPod(ConfiguredNode node) {
        node.addOnMember("pod");
        node.end("pod");
        node.minutes(10);
        return membersAtHand(node);
    }

    private static String wiringOnMember(ConfiguredNode node) {
        node.addOnMember("pod");
        return node.sandbox("pod").link(new LinkName("eth0")).orElseThrow().kind();
    }

    private static boolean isServedWithRdma(ConfiguredNode node) {
        return node.addWithRdma("rdma") instanceof AttachOutcome.Attached;
    }

    private static String birthplace(ConfiguredNode node) {
        node.minutes(1);
        return node.scape.nameOf(node.enis().getFirst().eni().vSwitch().text());
    }

    record Key(
            String name,
            String value,
            Function<ConfiguredNode, Object> story,
            Object without,
            Object with,
            String companions,
            String type,
            Consumer<CloudScape> before) {
        Key beside(String others) {
            return new Key(name, value, story, without, with, others, type, before);
        }

        Key on(String other) {
            return new Key(name, value, story, without, with, companions, other, before);
        }

        Key amid(Consumer<CloudScape> scene) {
            return new Key(name, value, story, without, with, companions, type, scene);
        }

        String setting() {
            return "%s\"%s\": %s".formatted(companions.isEmpty() ? "" : companions + ", ", name, value);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Key key(
            String name, String value, Function<ConfiguredNode, Object> story, Object without, Object with) {
        return new Key(name, value, story, without, with, "", CloudScene.TYPE, _ -> {});
    }
}
