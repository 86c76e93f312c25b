package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.domain.preflight.KernelFeature;
import io.github.terway4j.domain.preflight.KernelNeed;
import io.github.terway4j.domain.preflight.TriedFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of this machine's kernel, beside what ip and tc make of it. */
class PreflightTest {
    @BeforeEach
    void asRootOnLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: this is not Linux");
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: network namespaces are root's to make");
    }

    @Test
    void a_feature_is_there_for_us_where_it_is_for_other_tools() throws IOException, InterruptedException {
        for (var tried : Preflight.of(config(Map.of()))) {
            boolean there = byOtherTools(tried.need().feature());
            assertEquals(there, tried.there(), tried::toString);
        }
    }

    @Test
    void where_pods_can_be_wired_by_veth_no_agent_refuses_be_it_that_ipvlan_was_wished_and_is_missing() {
        assertEquals(List.of(), Preflight.obstacles(config(Map.of("eniip_virtual_type", "veth"))));
        assertEquals(List.of(), Preflight.obstacles(config(Map.of("eniip_virtual_type", "ipvlan"))));
    }

    @Test
    void what_is_told_of_a_node_forbids_what_an_agent_would_refuse_and_nothing_else() {
        for (var type : List.of("veth", "ipvlan")) {
            var config = config(Map.of("eniip_virtual_type", type, "symmetric_routing", true));
            assertEquals(Preflight.obstacles(config), TriedFeature.obstacles(Preflight.of(config)));
        }
    }

    @Test
    void with_a_trunk_it_is_told_what_pods_with_a_member_eni_would_miss() {
        for (var type : List.of("filter", "vlan")) {
            var told = Preflight.of(config(Map.of("enable_eni_trunking", true, "vlan_strip_type", type)));
            assertEquals(1, missedByMembers(told), told::toString);
        }
        assertEquals(0, missedByMembers(Preflight.of(config(Map.of()))));
        assertEquals(
                0,
                missedByMembers(Preflight.of(config(Map.of("enable_eni_trunking", true, "daemon_mode", "ENIOnly")))));
    }

    private static long missedByMembers(List<TriedFeature> told) {
        return told.stream()
                .filter(tried -> tried.need().urgency() == KernelNeed.Urgency.PODS_WITH_A_MEMBER)
                .count();
    }

    private static NodeConfig config(Map<String, Object> plain) {
        return assertInstanceOf(ConfigReading.Accepted.class, NodeConfigReader.read(plain))
                .config();
    }

    private static boolean byOtherTools(KernelFeature feature) throws IOException, InterruptedException {
        var names = switch (feature) {
            case VETH -> List.<String>of();
            case POLICY_ROUTING, IPV6 -> List.of("policy-rules");
            case IPVLAN -> List.of("ipvlan");
            case VLAN -> List.of("vlan");
            case TAGS -> List.of("vlan-action");
            case REDIRECTION -> List.of("mirred", "skbedit");
            case SHAPING -> List.of("tbf");
            case BANDS -> List.of("prio");
            case MARKS -> List.of("nftables");
        };
        if (names.isEmpty()) {
            return true;
        }
        var command = new ArrayList<>(List.of("bash", "../deploy/test/kernel-features.sh"));
        command.addAll(names);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assumeTrue(status <= 1, said);
        return status == 0;
    }
}
