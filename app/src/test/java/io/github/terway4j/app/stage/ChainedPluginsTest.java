package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.netlink.NamespaceTraffic;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference plugins behind ours in one list, on the real kernel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainedPluginsTest {
    private static final int HOST_PORT = 8080;
    private static final int POD_PORT = 80;
    private static final Conflist LIST = Conflist.read("""
            {"cniVersion": "1.0.0", "name": "chain", "plugins": [
              {"type": "terway"},
              {"type": "portmap", "capabilities": {"portMappings": true}, "snat": true, "masqAll": true},
              {"type": "bandwidth", "capabilities": {"bandwidth": true}},
              {"type": "firewall", "backend": "iptables"},
              {"type": "tuning", "sysctl": {"net.core.somaxconn": "500"}},
              {"type": "sbr"}]}""");
    private static final Map<String, Object> ARGUMENTS = Map.of(
            "portMappings",
            List.of(Map.of("hostPort", HOST_PORT, "containerPort", POD_PORT, "protocol", "tcp")),
            "bandwidth",
            Map.of(
                    "ingressRate", 80_000_000,
                    "ingressBurst", 8_000_000,
                    "egressRate", 40_000_000,
                    "egressBurst", 4_000_000));

    private final NamespaceTraffic traffic = new NamespaceTraffic(Duration.ofSeconds(10));
    private final List<LinuxStage> opened = new ArrayList<>();

    @BeforeAll
    void open() {
        ChainRuntime.pluginsOrSkip(LIST.types().subList(1, LIST.types().size()));
        CPrograms.buildOrSkip();
        var setting = new Setting(1, 4, 2, Duration.ofSeconds(30));
        opened.add(LinuxStage.open(setting, new PrintStream(OutputStream.nullOutputStream())));
    }

    @AfterAll
    void close() {
        opened.forEach(LinuxStage::close);
    }

    @ParameterizedTest
    @EnumSource(IpFamily.class)
    void who_speaks_to_the_nodes_port_reaches_the_pod(IpFamily family) {
        with(
                "ported-" + family.name().toLowerCase(Locale.ROOT),
                (chain, pod) -> assertEquals(new TrafficOutcome.Arrived(), throughTheNodesPort(pod, family)));
    }

    @Test
    void each_of_them_finds_what_it_needs_and_leaves_what_it_made() {
        with("whole", (chain, pod) -> {
            // CHECK of portmap 1.1.1 looks for the rules of either family in the tables of both, and never finds them.
            List.of("terway", "bandwidth", "firewall", "tuning", "sbr").forEach(type -> chain.check(type, pod));
            assertTrue(Shell.in(pod.node().netns(), "tc qdisc").contains("rate 80Mbit"), "the limit into the pod");
            assertTrue(Shell.in(pod.node().netns(), "tc qdisc").contains("rate 40Mbit"), "the limit out of the pod");
            assertEquals("500\n", Shell.in(pod.netns(), "cat /proc/sys/net/core/somaxconn"));
            assertTrue(Shell.in(pod.netns(), "ip rule").contains("lookup 100"), "the rule of sbr");
            assertTrue(Shell.in(pod.netns(), "ip route show table 100").contains("default via 169.254.1.1"));
        });
    }

    @Test
    void what_others_moved_is_still_missed_when_it_is_gone() {
        with("robbed", (chain, pod) -> {
            assertTrue(chain.ask("CHECK", "terway", pod).succeeded());
            Shell.in(pod.netns(), "ip route del default table 100");
            var answer = chain.ask("CHECK", "terway", pod);
            assertFalse(answer.succeeded());
            assertTrue(answer.toString().contains("route 0.0.0.0/0 via 169.254.1.1"), answer::toString);
        });
    }

    @Test
    void an_address_that_was_told_and_is_not_there_is_missed() {
        with("told", (chain, pod) -> {
            Shell.in(pod.netns(), "ip link set eth0 address 02:00:00:00:00:99");
            var answer = chain.ask("CHECK", "terway", pod);
            assertTrue(answer.toString().contains("of which the runtime was told"), answer::toString);
        });
    }

    private interface Claim {
        void holds(ChainRuntime chain, Sandbox pod);
    }

    /** Attaches a pod, and sees to it that nothing is left of it in the end. */
    private void with(String name, Claim claim) {
        var stage = opened.getFirst();
        var chain = new ChainRuntime(stage, LIST, ARGUMENTS);
        var pod = stage.startPod(stage.nodes().getFirst(), name);
        try {
            chain.add(pod);
            claim.holds(chain, pod);
        } finally {
            chain.del(pod);
        }
        // Retired links are deleted together, a moment later.
        for (int moment = 0; moment < 50 && !stage.leftovers(pod.node()).isEmpty(); moment++) {
            stage.pause();
        }
        assertEquals(List.of(), stage.leftovers(pod.node()));
        assertEquals("", Shell.in(pod.node().netns(), "iptables-save | grep -E 'CNI-DN|" + pod.id() + "'"));
        assertEquals("", Shell.in(pod.node().netns(), "ip -br link | grep bwp"));
        assertEquals("", Shell.in(pod.netns(), "ip rule | grep -v -E 'local|main|default'"));
        stage.endPod(pod);
    }

    private TrafficOutcome throughTheNodesPort(Sandbox pod, IpFamily family) {
        var node = pod.node().addresses().get(family).orElseThrow();
        return traffic.exchange(opened.getFirst().outside(), pod.netns(), node, HOST_PORT, POD_PORT, 10_000);
    }
}
