package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.netlink.OtherTools.ip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod as it is connected without a veth pair, by an IPVLAN link on a VLAN of a trunk: {@code ip} makes it, and we see. */
@NeedsKernel({"ipvlan", "vlan"})
final class IpvlanOnVlanTest {
    private static final String PREFIX =
            "tw4j-ipvlan-" + ProcessHandle.current().pid() + "-";

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private NetNs node = new NetNs("/nowhere");
    private NetNs network = node;
    private NetNs pod = node;

    @BeforeEach
    void a_pod_on_vlan_7_of_the_trunk_between_a_node_and_its_network() {
        OtherTools.assumeThere();
        node = namespaces.create(PREFIX + "node");
        network = namespaces.create(PREFIX + "network");
        pod = namespaces.create(PREFIX + "pod");
        ip(node, "link add trunk type veth peer name trunk netns " + PREFIX + "network");
        ip(node, "link add link trunk name member type vlan id 7");
        ip(network, "link add link trunk name member type vlan id 7");
        ip(node, "link add link member name eth0 netns " + PREFIX + "pod type ipvlan mode l2");
        ip(node, "link set trunk up");
        ip(node, "link set member up");
        ip(network, "link set trunk up");
        ip(network, "link set member up");
        ip(network, "addr add 10.9.0.1/24 dev member");
        ip(pod, "link set eth0 up");
        ip(pod, "addr add 10.9.0.2/24 dev eth0");
    }

    @AfterEach
    void remove() {
        kernel.close();
        namespaces.named(PREFIX).forEach(namespaces::delete);
    }

    @Test
    void its_links_are_seen_for_what_they_are() {
        assertEquals("vlan", seen(node, "member").kind());
        assertEquals("ipvlan", seen(pod, "eth0").kind());
        assertEquals(seen(node, "member").mac(), seen(pod, "eth0").mac());
        assertTrue(seen(pod, "eth0").up());
    }

    @Test
    void what_it_sends_arrives_on_that_vlan_and_on_no_other() {
        var traffic = new NamespaceTraffic(Duration.ofSeconds(10));
        assertEquals(new TrafficOutcome.Arrived(), traffic.exchange(pod, network, Ip.parse("10.9.0.1"), 10_000));

        ip(network, "link del member");
        ip(network, "link add link trunk name member type vlan id 8");
        ip(network, "link set member up");
        ip(network, "addr add 10.9.0.1/24 dev member");
        var hasty = new NamespaceTraffic(Duration.ofMillis(500));
        assertInstanceOf(TrafficOutcome.Lost.class, hasty.exchange(pod, network, Ip.parse("10.9.0.1"), 10));
    }

    private Link seen(NetNs ns, String name) {
        var seen = assertInstanceOf(Observation.Seen.class, kernel.observe(ns, List.of()));
        return seen.state().link(new LinkName(name)).orElseThrow();
    }
}
