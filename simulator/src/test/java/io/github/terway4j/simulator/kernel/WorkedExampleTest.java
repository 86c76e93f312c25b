package io.github.terway4j.simulator.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.VethPolicyRoute;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.TrafficOutcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A node whose primary ENI is in 10.0.0.0/24, with a second ENI in the vSwitch 10.0.1.0/24 for two pods, and the VPC
 * behind both, with a server in it.
 *
 * <pre>
 *   web 10.0.1.20 --+                +-- eth0 10.0.0.10/24 --- 10.0.0.253 --+
 *                   |-- node --------|                                      |-- vpc --- server 10.0.9.9
 *   api 10.0.1.21 --+                +-- eth1 (no subnet) ---- 10.0.1.253 --+
 * </pre>
 */
final class WorkedExampleTest {
    private static final Mtu MTU = new Mtu(1500);
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkName ETH1 = new LinkName("eth1");
    private static final Mac ENI_MAC = Mac.parse("00:16:3e:00:00:01");

    private final Lab lab = new Lab();
    private final NetNs vpc = lab.ns("vpc");
    private final NetNs server = lab.ns("server");
    private final NetNs node = lab.ns("node");
    private final NetNs web = lab.ns("web");
    private final NetNs api = lab.ns("api");
    private final Segment primarySwitch = Segment.ofSwitch();
    private final Segment podSwitch = Segment.ofSwitch();

    @BeforeEach
    void the_vpc_and_the_node_are_there() {
        lab.machine.plug(vpc, ETH0, lab.nextMac(), MTU, primarySwitch);
        lab.machine.plug(vpc, ETH1, lab.nextMac(), MTU, podSwitch);
        lab.up(vpc, "eth0").up(vpc, "eth1").set(vpc, "ipv4/ip_forward", 1);
        lab.address(vpc, "eth0", "10.0.0.253/24").address(vpc, "eth1", "10.0.1.253/24");
        lab.wire(vpc, "server", server, "eth0");
        lab.address(vpc, "server", "10.0.9.1/24").address(server, "eth0", "10.0.9.9/24");
        lab.via(server, "0.0.0.0/0", "10.0.9.1", "eth0");
        // A VPC knows which address is on which ENI and does not ask: the node would not answer for its pods.
        lab.neighbour(vpc, "eth1", "10.0.1.20", ENI_MAC).neighbour(vpc, "eth1", "10.0.1.21", ENI_MAC);
        lab.machine.plug(node, ETH0, lab.nextMac(), MTU, primarySwitch);
        lab.machine.plug(node, ETH1, ENI_MAC, MTU, podSwitch);
        lab.up(node, "lo").up(node, "eth0").address(node, "eth0", "10.0.0.10/24");
        lab.via(node, "0.0.0.0/0", "10.0.0.253", "eth0");
        lab.make(new VethPolicyRoute().node(node, List.of(IpFamily.V4), List.of(ETH0, ETH1)));
        lab.make(new VethPolicyRoute().eni(eni()));
        lab.make(new VethPolicyRoute().pod(pod("web", web, "10.0.1.20"), eni()));
        lab.make(new VethPolicyRoute().pod(pod("api", api, "10.0.1.21"), eni()));
    }

    @Test
    void what_a_pod_sends_leaves_by_its_own_eni() {
        assertEquals(
                List.of(
                        "/run/netns/web: rule 32766, table 254: 0.0.0.0/0 via 169.254.1.1 dev eth0",
                        "/run/netns/web: out of eth0 to 169.254.1.1 (" + hostEndOf("web") + ")",
                        "/run/netns/node: in by " + hostLinkOf("web"),
                        "/run/netns/node: rule 2048, table 1003: 0.0.0.0/0 via 10.0.1.253 dev eth1"),
                words(lab.walk(web, "10.0.9.9")).subList(0, 4));
        arriveBothWays(web, server, "10.0.9.9");
    }

    @Test
    void what_is_for_a_pod_comes_by_its_own_eni_and_goes_straight_to_it() {
        var walk = lab.walk(server, "10.0.1.20");
        assertEquals(
                List.of(
                        "/run/netns/node: in by eth1",
                        "/run/netns/node: rule 512, table 254: 10.0.1.20/32 dev " + hostLinkOf("web")),
                words(walk).stream()
                        .filter(hop -> hop.startsWith("/run/netns/node"))
                        .toList()
                        .subList(0, 2));
        arriveBothWays(server, web, "10.0.1.20");
    }

    @Test
    void pods_of_one_node_reach_each_other_without_leaving_it() {
        assertEquals(
                List.of(web, node, api),
                lab.walk(web, "10.0.1.21").hops().stream()
                        .map(Hop::ns)
                        .distinct()
                        .toList());
        arriveBothWays(web, api, "10.0.1.21");
    }

    @Test
    void a_node_and_its_pods_reach_each_other() {
        arriveBothWays(node, web, "10.0.1.20");
        arriveBothWays(web, node, "10.0.0.10");
    }

    @Test
    void a_pod_reaches_itself_by_its_own_address() {
        arriveBothWays(web, web, "10.0.1.20");
    }

    @Test
    void a_pod_cannot_speak_from_an_address_that_is_not_its_own() {
        Lab.ends(lab.walk(web, "10.0.1.21", "10.0.9.9"), web, DropReason.SOURCE_NOT_LOCAL);
    }

    /** Without the rule it would leave by the node's primary ENI, where the VPC does not expect its address. */
    @Test
    void without_its_rule_what_a_pod_sends_leaves_by_the_primary_eni() {
        var rules = new VethPolicyRoute()
                .pod(pod("web", web, "10.0.1.20"), eni()).wanted().stream()
                        .filter(object -> object instanceof KernelObject.Rule rule
                                && rule.priority() == VethPolicyRoute.FROM_POD_PRIORITY)
                        .toList();
        rules.forEach(lab::unmake);
        var hops = words(lab.walk(web, "10.0.9.9"));
        assertEquals("/run/netns/node: rule 32766, table 254: 0.0.0.0/0 via 10.0.0.253 dev eth0", hops.get(3));
    }

    @Test
    void traffic_says_where_it_was_lost() {
        lab.machine.turnDown(server, ETH0);
        var lost = (TrafficOutcome.Lost) lab.machine.traffic().exchange(web, server, Ip.parse("10.0.9.9"), 1000);
        assertEquals(
                "dropped in /run/netns/vpc: link server is down or has no carrier",
                lost.words().substring(lost.words().lastIndexOf("dropped")));
    }

    private void arriveBothWays(NetNs from, NetNs to, String destination) {
        assertEquals(
                new TrafficOutcome.Arrived(), lab.machine.traffic().exchange(from, to, Ip.parse(destination), 1000));
    }

    private static List<String> words(Walk walk) {
        return walk.hops().stream().map(Hop::words).toList();
    }

    private EniWiring eni() {
        return new EniWiring(
                node,
                ETH1,
                3,
                DualStack.v4(Ip.parse("10.0.1.253")),
                DualStack.v4(InterfaceAddress.parse("10.0.0.10/32").ip()),
                MTU);
    }

    private static PodWiring pod(String name, NetNs ns, String ip) {
        return new PodWiring(
                new AttachmentKey("sandbox-" + name, ETH0),
                new PodRef("default", name),
                ns,
                DualStack.v4(Ip.parse(ip)),
                MTU,
                BandwidthLimit.NONE);
    }

    private String hostLinkOf(String name) {
        return pod(name, node, "10.0.1.20").hostLink().text();
    }

    private String hostEndOf(String name) {
        return pod(name, node, "10.0.1.20").hostMac().toString();
    }
}
