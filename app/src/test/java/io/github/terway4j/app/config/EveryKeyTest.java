package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.adapters.json.JsonNull;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.lease.EniSelection;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.domain.pool.IdleReclaim;
import io.github.terway4j.domain.pool.Watermarks;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.EniCap;
import io.github.terway4j.domain.route.RouteTableId;
import io.github.terway4j.domain.vswitch.VSwitchChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each key is without a value, and what it becomes with one. */
class EveryKeyTest {
    private static final List<EniTag> ALWAYS_BLOCKED = List.of(
            new EniTag("creator", "alibabacloud-erdma-controller"),
            new EniTag("terway.alibabacloud.com/excluded", "true"));

    /** Keys that are accepted and change nothing, as in Terway. */
    private static final List<String> WITHOUT_EFFECT = List.of("version", "prefix");

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_that_is_not_set_has_its_default(Key key) {
        assertEquals(key.whenUnset(), key.in().apply(Readings.config("{%s}".formatted(key.companions()))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void null_is_not_set(Key key) {
        assertEquals(
                key.whenUnset(),
                key.in()
                        .apply(Readings.config("{%s\"%s\": null}"
                                .formatted(key.companions().isEmpty() ? "" : key.companions() + ", ", key.name()))));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_that_is_set_is_heard(Key key) {
        assertNotEquals(key.whenUnset(), key.whenSet(), "the example must differ from the default");
        assertEquals(key.whenSet(), key.in().apply(Readings.config("{%s}".formatted(key.setting()))));
    }

    @Test
    void every_key_that_is_read_is_in_this_table() {
        var read = new KeyReader(Map.of("none", JsonNull.NULL));
        NodeConfigReader.config(read);
        var listed = keys().map(Key::name).collect(Collectors.toCollection(HashSet::new));
        listed.addAll(WITHOUT_EFFECT);
        assertEquals(listed, read.asked().keySet());
    }

    @Test
    void keys_without_effect_have_none() {
        assertEquals(Readings.config("{}"), Readings.config("{\"version\": \"1\", \"prefix\": \"x\"}"));
    }

    static Stream<Key> keys() {
        return Stream.of(
                key("max_pool_size", c -> c.pool().marks().max(), 0, "5", 5),
                key("min_pool_size", c -> c.pool().marks().min(), 0, "5", 5).with("\"max_pool_size\": 9"),
                key("min_eni", c -> c.pool().minEnis(), 0, "2", 2),
                key("warm_prefix_target", c -> c.pool().warm().prefixes(), 0, "1", 1)
                        .with("\"enable_ip_prefix\": true"),
                key("warm_eni_target", c -> c.pool().warm().enis(), 0, "1", 1),
                key("warm_ip_target", c -> c.pool().warm().addresses(), 0, "3", 3),
                key("degradation", c -> c.pool().degradation(), Degradation.NONE, "\"l1\"", Degradation.L1),
                key("minimum_ip_target", c -> c.pool().leastTotal(), 0, "30", 30),
                key("ip_warm_up_size", c -> c.pool().warmUp(), 0, "20", 20),
                key(
                        "idle_ip_reclaim_after",
                        c -> c.pool().reclaim(),
                        new IdleReclaim.Off(),
                        "\"1h\"",
                        after(5, 10, 0.1)),
                key("idle_ip_reclaim_batch_size", c -> c.pool().reclaim(), after(5, 10, 0.1), "7", after(7, 10, 0.1))
                        .with("\"idle_ip_reclaim_after\": \"1h\""),
                key("idle_ip_reclaim_interval", c -> c.pool().reclaim(), after(5, 10, 0.1), "\"3m\"", after(5, 3, 0.1))
                        .with("\"idle_ip_reclaim_after\": \"1h\""),
                key(
                                "idle_ip_reclaim_jitter_factor",
                                c -> c.pool().reclaim(),
                                after(5, 10, 0.1),
                                "\"0.5\"",
                                after(5, 10, 0.5))
                        .with("\"idle_ip_reclaim_after\": \"1h\""),
                key(
                        "ip_pool_sync_period",
                        c -> c.pool().syncPeriod(),
                        Duration.ofSeconds(120),
                        "\"30s\"",
                        Duration.ofSeconds(30)),
                key(
                        "ip_cooldown",
                        c -> c.pool().cooldown().length(),
                        Duration.ofSeconds(30),
                        "\"1m30s\"",
                        Duration.ofSeconds(90)),
                key(
                        "eni_selection_policy",
                        c -> c.pool().selection(),
                        EniSelection.MOST_IPS,
                        "\"least_ips\"",
                        EniSelection.LEAST_IPS),
                key(
                        "security_group",
                        c -> c.eni().securityGroups(),
                        List.of(),
                        "\"sg-a\"",
                        List.of(new SecurityGroupId("sg-a"))),
                key(
                        "security_groups",
                        c -> c.eni().securityGroups(),
                        List.of(),
                        "[\"sg-a\", \"sg-b\", \"sg-a\"]",
                        List.of(new SecurityGroupId("sg-a"), new SecurityGroupId("sg-b"))),
                key(
                        "eni_tags",
                        c -> c.eni().tags(),
                        Map.of("creator", "terway"),
                        "{\"team\": \"a\", \"empty\": \"\"}",
                        Map.of("creator", "terway", "team", "a", "empty", "")),
                key("eni_tag_filter", c -> c.eni().tagFilter(), Map.of(), "{\"team\": \"a\"}", Map.of("team", "a")),
                key(
                        "eni_tag_block_list",
                        c -> c.eni().tagBlockList(),
                        ALWAYS_BLOCKED,
                        "[{\"key\": \"k\", \"value\": \"v\"}]",
                        List.of(new EniTag("k", "v"), ALWAYS_BLOCKED.getFirst(), ALWAYS_BLOCKED.getLast())),
                key("eni_cap_ratio", c -> c.eni().cap(), EniCap.NONE, "0.5", EniCap.NONE.withShare(0.5, 0)),
                key("eni_cap_shift", c -> c.eni().cap(), EniCap.NONE, "-2", EniCap.NONE.withShare(1, -2)),
                key("max_eni", c -> c.eni().cap(), EniCap.NONE, "3", EniCap.NONE.atMost(3)),
                key("enable_eni_trunking", c -> c.eni().trunking(), false, "true", true),
                key("member_min_pool_size", c -> c.pool().members(), new Watermarks(0, 5), "2", new Watermarks(2, 5))
                        .with("\"member_max_pool_size\": 5"),
                key("member_max_pool_size", c -> c.pool().members(), new Watermarks(0, 0), "3", new Watermarks(0, 3)),
                key("vlan_strip_type", c -> c.wiring().members(), VlanStripType.FILTER, "\"vlan\"", VlanStripType.VLAN),
                key("enable_erdma", c -> c.eni().erdma(), false, "true", true),
                key("enable_ip_prefix", c -> c.eni().prefixes().enabled(), false, "true", true),
                key("ipv4_prefix_count", c -> c.eni().prefixes().ipv4(), 0, "4", 4),
                key("ipv6_prefix_count", c -> c.eni().prefixes().ipv6(), 0, "1", 1),
                key(
                        "resource_group_id",
                        c -> c.eni().resourceGroup(),
                        Optional.empty(),
                        "\"rg-a\"",
                        Optional.of("rg-a")),
                key(
                        "vswitches",
                        c -> c.vSwitches().byZone(),
                        Map.of(),
                        "{\"zone-a\": [\"vsw-2\", \"vsw-1\", \"vsw-2\"]}",
                        Map.of(new Zone("zone-a"), List.of(new VSwitchId("vsw-2"), new VSwitchId("vsw-1")))),
                key(
                        "vswitch_selection_policy",
                        c -> c.vSwitches().choice(),
                        VSwitchChoice.RANDOM,
                        "\"ordered\"",
                        VSwitchChoice.ORDERED),
                key(
                        "ip_stack",
                        NodeConfig::families,
                        List.of(IpFamily.V4),
                        "\"dual\"",
                        List.of(IpFamily.V4, IpFamily.V6)),
                key(
                        "eniip_virtual_type",
                        c -> c.wiring().virtualType(),
                        VirtualType.VETH,
                        "\"IPVlan\"",
                        VirtualType.IPVLAN),
                key(
                        "host_stack_cidrs",
                        c -> c.wiring().hostStackCidrs(),
                        List.of(),
                        "[\"169.254.20.10/32\"]",
                        List.of(Cidr.parse("169.254.20.10/32"))),
                key(
                        "symmetric_routing",
                        c -> c.wiring().symmetric(),
                        Optional.empty(),
                        "true",
                        Optional.of(SymmetricRouting.USUAL)),
                key(
                                "symmetric_routing_config",
                                c -> c.wiring().symmetric().orElseThrow().table(),
                                100,
                                "{\"table_id\": 120}",
                                120)
                        .with("\"symmetric_routing\": true"),
                key("daemon_mode", NodeConfig::mode, DaemonMode.ENI_MULTI_IP, "\"VPC\"", DaemonMode.VPC),
                key(
                        "vpc_route_tables",
                        NodeConfig::routeTables,
                        List.of(),
                        "[\"vtb-1\"]",
                        List.of(new RouteTableId("vtb-1"))),
                key(
                        "service_cidr",
                        NodeConfig::serviceCidrs,
                        List.of(),
                        "\"fd00::/108, 10.96.0.0/12\"",
                        List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00::/108"))),
                key(
                        "extra_routes",
                        NodeConfig::extraRoutes,
                        List.of(),
                        "[{\"dst\": \"10.0.0.0/8\"}]",
                        List.of(Cidr.parse("10.0.0.0/8"))),
                key("access_key", c -> c.cloud().credentials(), new Credentials.InstanceRole(), "\"id\"", accessKey())
                        .together("\"access_secret\": \"s3cret\""),
                key(
                                "access_secret",
                                c -> c.cloud().credentials(),
                                new Credentials.InstanceRole(),
                                "\"s3cret\"",
                                accessKey())
                        .together("\"access_key\": \"id\""),
                key(
                        "credential_path",
                        c -> c.cloud().credentials(),
                        new Credentials.InstanceRole(),
                        "\"/var/addon/token-config\"",
                        new Credentials.TokenFile(Path.of("/var/addon/token-config"))),
                key(
                        "region_id",
                        c -> c.cloud().region(),
                        Optional.empty(),
                        "\"cn-hangzhou\"",
                        Optional.of("cn-hangzhou")),
                key(
                        "rate_limit",
                        c -> c.cloud().callsPerMinute(),
                        Map.of(),
                        "{\"AttachNetworkInterface\": 60}",
                        Map.of(CloudApi.ATTACH_NETWORK_INTERFACE, 60)),
                key(
                        "backoff_override",
                        c -> c.cloud().backoffs(),
                        Map.of(),
                        "{\"eni_create\": {\"InitialDelay\": 1000000, \"Duration\": \"2s\", \"Factor\": 1.5, \"Jitter\": 0.3, \"Steps\": 6, \"Cap\": 60000000000}}",
                        Map.of(
                                "eni_create",
                                new BackoffOverride(
                                        Duration.ofMillis(1),
                                        Duration.ofSeconds(2),
                                        1.5,
                                        0.3,
                                        6,
                                        Duration.ofMinutes(1)))),
                key("ipam_type", c -> c.cluster().ipam(), IpamType.NODE, "\"preferCRD\"", IpamType.PREFER_CRD),
                key(
                        "custom_stateful_workload_kinds",
                        c -> c.cluster().statefulKinds(),
                        List.of(),
                        "[\"CloneSet\"]",
                        List.of("cloneset")),
                key("enable_patch_pod_ips", c -> c.cluster().patchPodIps(), true, "false", false),
                key("disable_device_plugin", c -> c.cluster().devicePlugin(), true, "true", false),
                key("kube_client_qps", c -> c.cluster().queriesPerSecond(), 0.0, "20", 20.0),
                key("kube_client_burst", c -> c.cluster().burst(), 0, "40", 40));
    }

    private static IdleReclaim after(int batch, int minutes, double jitter) {
        return new IdleReclaim.After(Duration.ofHours(1), batch, Duration.ofMinutes(minutes), jitter);
    }

    private static Credentials accessKey() {
        return new Credentials.AccessKey(new Secret("id"), new Secret("s3cret"));
    }

    private static Key key(
            String name, Function<NodeConfig, Object> in, Object whenUnset, String json, Object whenSet) {
        return new Key(name, in, whenUnset, json, whenSet, "", "");
    }

    /**
     * @param companions keys that must be set for this one to matter
     * @param partners keys that can only be set together with this one
     */
    record Key(
            String name,
            Function<NodeConfig, Object> in,
            Object whenUnset,
            String json,
            Object whenSet,
            String companions,
            String partners) {
        Key with(String others) {
            return new Key(name, in, whenUnset, json, whenSet, others, partners);
        }

        Key together(String others) {
            return new Key(name, in, whenUnset, json, whenSet, companions, others);
        }

        String setting() {
            return Stream.of("\"%s\": %s".formatted(name, json), companions, partners)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
