package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.adapters.netlink.LinuxNamespaces;
import io.github.terway4j.adapters.netlink.NamespaceTraffic;
import io.github.terway4j.adapters.nftables.NftConnectionMarks;
import io.github.terway4j.app.usecase.SymmetricRouter;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node's port that leads to a pod on another ENI than the node's own, on the real kernel and in a VPC that drops what is not its. */
class SymmetricRoutingTest {
    private static final int NODE_PORT = 30080;
    private static final int POD_PORT = 80;
    private static final List<IpFamily> BOTH = List.of(IpFamily.V4, IpFamily.V6);

    private static final NetNs NOBODY = new NetNs("/nowhere");

    private NetNs client = NOBODY;
    private final NamespaceTraffic traffic = new NamespaceTraffic(Duration.ofSeconds(3));

    @Test
    void a_pods_answer_leaves_by_the_link_by_which_it_was_asked() {
        CPrograms.buildOrSkip();
        assumeTrue(Shell.has("nft"), "skipped: the program nft is missing: apt-get install nftables");
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (var stage = LinuxStage.open(new Setting(1, 2, 1, Duration.ofSeconds(30)), nowhere)) {
            var node = stage.nodes().getFirst();
            var pod = stage.startPod(node, "web");
            assertTrue(stage.call("ADD", pod).succeeded());
            var router = new SymmetricRouter(stage.kernel(), new NftConnectionMarks(), node.netns());
            lead(pod);
            client = farAway(stage);
            var before = look(node);

            assertInstanceOf(TrafficOutcome.Lost.class, asked(pod, IpFamily.V4));
            assertInstanceOf(TrafficOutcome.Lost.class, asked(pod, IpFamily.V6));
            for (int time = 1; time <= 2; time++) {
                assertEquals(Optional.empty(), router.turnOn(SymmetricRouting.USUAL, BOTH));
                assertEquals(new TrafficOutcome.Arrived(), asked(pod, IpFamily.V4));
                assertEquals(new TrafficOutcome.Arrived(), asked(pod, IpFamily.V6));
                assertEquals(new TrafficOutcome.Arrived(), directly(stage, pod));
            }
            assertEquals(Optional.empty(), router.turnOff());
            assertEquals(before, look(node));
            assertInstanceOf(TrafficOutcome.Lost.class, asked(pod, IpFamily.V4));
            assertEquals(Optional.empty(), router.turnOff());
        }
    }

    @Test
    void what_is_somebody_elses_is_left_to_him() {
        CPrograms.buildOrSkip();
        assumeTrue(Shell.has("nft"), "skipped: the program nft is missing: apt-get install nftables");
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        try (var stage = LinuxStage.open(new Setting(1, 1, 1, Duration.ofSeconds(30)), nowhere)) {
            var node = stage.nodes().getFirst();
            var router = new SymmetricRouter(stage.kernel(), new NftConnectionMarks(), node.netns());
            Shell.in(node.netns(), "nft add table inet terway_symmetric");
            var fault = router.turnOn(SymmetricRouting.USUAL, BOTH).orElseThrow();
            assertTrue(fault.words().contains("is not ours"), fault::words);
            assertTrue(router.turnOff().orElseThrow().words().contains("is not ours"));
            assertTrue(Shell.in(node.netns(), "nft list tables").contains("terway_symmetric"));
            Shell.in(
                    node.netns(),
                    "nft delete table inet terway_symmetric; ip route add 192.0.2.0/24 dev eth0 table 100");
            fault = router.turnOn(SymmetricRouting.USUAL, BOTH).orElseThrow();
            assertTrue(fault.words().contains("table 100 is somebody else's"), fault::words);
        }
    }

    /** Somebody beyond the VPC's own routers, which look at where a packet comes from when they pass it on. */
    private static NetNs farAway(LinuxStage stage) {
        var far = new LinuxNamespaces()
                .create("tw4j-far-" + ProcessHandle.current().pid());
        var said = Shell.in(
                        stage.outside(),
                        "ip link add far type veth peer name eth0 netns %s; ip link set far up; ip addr add 192.0.2.1/24 dev far;"
                                        .formatted(Path.of(far.path()).getFileName())
                                + "ip addr add 2001:db8::1/64 dev far nodad")
                + Shell.in(
                        far,
                        "ip link set eth0 up; ip addr add 192.0.2.10/24 dev eth0; ip addr add 2001:db8::10/64 dev eth0 nodad;"
                                + " ip route add default via 192.0.2.1; ip -6 route add default via 2001:db8::1");
        assertEquals("", said);
        return far;
    }

    @AfterEach
    void remove() {
        if (!client.equals(NOBODY)) {
            new LinuxNamespaces().delete(client);
        }
    }

    /** As kube-proxy leads a node's port to a pod, in a table that is not ours. */
    private static void lead(Sandbox pod) {
        var v4 = Shell.in(pod.netns(), "ip -4 -o addr show eth0").replaceAll("(?s).*inet ([^/]+)/.*", "$1");
        var v6 = Shell.in(pod.netns(), "ip -6 -o addr show eth0 scope global")
                .replaceAll("(?s).*inet6 ([^/]+)/.*", "$1");
        var said = Shell.in(
                pod.node().netns(),
                "nft 'add table inet services; add chain inet services nat { type nat hook prerouting priority -100; };"
                        + " add rule inet services nat iifname eth0 tcp dport %1$d dnat ip to %2$s:%4$d;"
                                .formatted(NODE_PORT, v4, v6, POD_PORT)
                        + " add rule inet services nat iifname eth0 tcp dport %1$d dnat ip6 to [%3$s]:%4$d'"
                                .formatted(NODE_PORT, v4, v6, POD_PORT));
        assertEquals("", said);
    }

    private TrafficOutcome asked(Sandbox pod, IpFamily family) {
        var node = pod.node().addresses().get(family).orElseThrow();
        return traffic.exchange(client, pod.netns(), node, NODE_PORT, POD_PORT, 10_000);
    }

    /** Whoever asks for the pod itself is answered by its ENI, as ever. */
    private TrafficOutcome directly(LinuxStage stage, Sandbox pod) {
        var ip = stage.look(pod.node()).routes().stream()
                .filter(route -> route.destination().isHost() && route.words().contains("cali"))
                .findFirst()
                .orElseThrow()
                .destination()
                .first();
        return traffic.exchange(client, pod.netns(), ip, 10_000);
    }

    private static String look(StageNode node) {
        return Shell.in(
                node.netns(),
                "ip rule; ip -6 rule; ip route show table 100 2> /dev/null; ip -6 route show table 100 2> /dev/null; nft list tables");
    }
}
