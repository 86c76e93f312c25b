package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.SANDBOX;
import static io.github.terway4j.domain.datapath.Wirings.WEB;
import static io.github.terway4j.domain.datapath.Wirings.eni;
import static io.github.terway4j.domain.datapath.Wirings.web;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node with 10.0.0.10, its ENI eth1 (interface 3) in 10.0.1.0/24, and on it the pod default/web with 10.0.1.20. */
class VethPolicyRouteTest {
    private static final EniWiring ETH1 = eni("10.0.1.253", "10.0.0.10");

    /** The same after it has left and come back. */
    private static final EniWiring BACK =
            new EniWiring(HOST, ETH1.link(), 7, ETH1.gateways(), ETH1.hostAddresses(), ETH1.mtu());

    private static final EniWiring DUAL_ETH1 = eni(
            DualStack.both(Ip.parse("10.0.1.253"), Ip.parse("fd00:1::fffd")),
            DualStack.both(Ip.parse("10.0.0.10"), Ip.parse("fd00::10")));

    @Test
    void an_eni_carries_the_nodes_address_and_leads_to_its_gateway() {
        assertEquals("""
                host  link eth1 mtu 1500
                host  sysctl net/ipv4/conf/eth1/forwarding=1
                host  sysctl net/ipv4/conf/eth1/rp_filter=0
                host  address 10.0.0.10/32 dev eth1
                host  link eth1 up
                host  route 0.0.0.0/0 via 10.0.1.253 dev eth1 onlink table 1003
                """, Wirings.told(new VethPolicyRoute().eni(ETH1)));
    }

    @Test
    void a_pod_is_wired_to_it_by_a_veth_pair_and_two_rules() {
        assertEquals("""
                host  veth cali68caf03a5f4 with peer eth0 in /run/netns/web
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   link eth0 up
                pod   neighbour 169.254.1.1 lladdr 02:a0:c6:2d:2d:a9 dev eth0
                pod   route 169.254.1.1/32 dev eth0 scope link table 254
                pod   route 0.0.0.0/0 via 169.254.1.1 dev eth0 onlink table 254
                host  link cali68caf03a5f4 up
                host  neighbour 10.0.1.20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4
                host  route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254
                host  rule 512: from all to 10.0.1.20/32 lookup main
                host  rule 2048: from 10.0.1.20/32 lookup 1003
                """, Wirings.told(new VethPolicyRoute().pod(web(BandwidthLimit.NONE, "10.0.1.20"), ETH1)));
    }

    @Test
    void what_a_pod_may_send_is_limited_inside_and_what_it_may_receive_outside() {
        var both = new BandwidthLimit(new Rate(2_000_000), new Rate(1_000_000));
        var shapers = Wirings.told(new VethPolicyRoute().pod(web(both, "10.0.1.20"), ETH1))
                .lines()
                .filter(line -> line.contains("qdisc"))
                .toList();
        assertEquals(
                List.of(
                        "host  qdisc tbf 1: root dev cali68caf03a5f4 rate 16000000bit",
                        "pod   qdisc tbf 1: root dev eth0 rate 8000000bit"),
                shapers);
    }

    @Test
    void each_family_is_wired_alike() {
        assertEquals(
                """
                host  link eth1 mtu 1500
                host  sysctl net/ipv4/conf/eth1/forwarding=1
                host  sysctl net/ipv4/conf/eth1/rp_filter=0
                host  sysctl net/ipv6/conf/eth1/accept_dad=0
                host  sysctl net/ipv6/conf/eth1/disable_ipv6=0
                host  sysctl net/ipv6/conf/eth1/accept_ra=0
                host  sysctl net/ipv6/conf/eth1/forwarding=1
                host  address 10.0.0.10/32 dev eth1
                host  address fd00::10/128 dev eth1
                host  link eth1 up
                host  route 0.0.0.0/0 via 10.0.1.253 dev eth1 onlink table 1003
                host  route ::/0 via fd00:1::fffd dev eth1 onlink table 1003
                host  veth cali68caf03a5f4 with peer eth0 in /run/netns/web
                pod   sysctl net/ipv6/conf/eth0/disable_ipv6=0
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   address fd00:1::20/128 dev eth0
                pod   link eth0 up
                pod   neighbour 169.254.1.1 lladdr 02:a0:c6:2d:2d:a9 dev eth0
                pod   route 169.254.1.1/32 dev eth0 scope link table 254
                pod   route 0.0.0.0/0 via 169.254.1.1 dev eth0 onlink table 254
                pod   neighbour fe80::1 lladdr 02:a0:c6:2d:2d:a9 dev eth0
                pod   route ::/0 via fe80::1 dev eth0 onlink table 254
                host  link cali68caf03a5f4 up
                host  neighbour 10.0.1.20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4
                host  route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254
                host  rule 512: from all to 10.0.1.20/32 lookup main
                host  rule 2048: from 10.0.1.20/32 lookup 1003
                host  neighbour fd00:1::20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4
                host  route fd00:1::20/128 dev cali68caf03a5f4 scope link table 254
                host  rule 512: from all to fd00:1::20/128 lookup main
                host  rule 2048: from fd00:1::20/128 lookup 1003
                """, Wirings.told(Wirings.together(DUAL_ETH1, web(BandwidthLimit.NONE, "10.0.1.20", "fd00:1::20"))));
    }

    @Test
    void a_node_forwards_between_all_its_links_and_those_to_come() {
        var eth0 = List.of(new LinkName("eth0"));
        assertEquals("""
                host  sysctl net/ipv4/conf/all/forwarding=1
                host  sysctl net/ipv4/conf/all/rp_filter=0
                host  sysctl net/ipv4/conf/default/forwarding=1
                host  sysctl net/ipv4/conf/default/rp_filter=0
                host  sysctl net/ipv4/conf/eth0/forwarding=1
                host  sysctl net/ipv4/conf/eth0/rp_filter=0
                """, Wirings.told(new VethPolicyRoute().node(HOST, List.of(IpFamily.V4), eth0)));
        assertEquals("""
                host  sysctl net/ipv6/conf/all/disable_ipv6=0
                host  sysctl net/ipv6/conf/all/forwarding=1
                host  sysctl net/ipv6/conf/default/disable_ipv6=0
                host  sysctl net/ipv6/conf/default/forwarding=1
                host  sysctl net/ipv6/conf/eth0/disable_ipv6=0
                host  sysctl net/ipv6/conf/eth0/forwarding=1
                """, Wirings.told(new VethPolicyRoute().node(HOST, List.of(IpFamily.V6), eth0)));
    }

    @Test
    void dismantling_stops_the_traffic_and_then_retires_the_link() {
        var steps = new VethPolicyRoute().dismantling(ETH1, SANDBOX, WEB, DualStack.v4(Ip.parse("10.0.1.20")));
        assertEquals(
                List.of(
                        "remove rule 2048: from 10.0.1.20/32 lookup 1003",
                        "remove rule 512: from all to 10.0.1.20/32 lookup main",
                        "remove route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254",
                        "remove neighbour 10.0.1.20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4",
                        "retire link cali68caf03a5f4"),
                steps.stream().map(KernelStep::words).toList());
        assertEquals(
                new KernelStep.Retire(HOST, new LinkName("cali68caf03a5f4"), "terway4j:sandbox-1/eth0"),
                steps.getLast());
    }

    @Test
    void an_eni_that_came_back_by_another_index_is_the_one_that_pods_are_turned_to() {
        var pods = List.of(Ip.parse("10.0.1.20"), Ip.parse("10.0.1.21"));
        var plan = new VethPolicyRoute().pod(web(BandwidthLimit.NONE, "10.0.1.20"), ETH1);
        var host = FullKernel.of(plan).getOrDefault(HOST, FullKernel.nothing(HOST));
        assertEquals(List.of(), new VethPolicyRoute().turning(host, pods, ETH1));
        assertEquals(
                List.of(
                        "make rule 2048: from 10.0.1.20/32 lookup 1007",
                        "remove rule 2048: from 10.0.1.20/32 lookup 1003"),
                new VethPolicyRoute()
                        .turning(host, pods, BACK).stream()
                                .map(KernelStep::words)
                                .toList());
        assertEquals(List.of(), new VethPolicyRoute().turning(host, List.of(), BACK));
    }

    @Test
    void rules_of_others_are_turned_nowhere() {
        var subject = RuleSelector.from(Cidr.parse("10.0.1.20/32"));
        var theirs = new KernelObject.Rule(HOST, 2048, subject, new RuleAction.Lookup(7), 4);
        var elsewhere = new KernelObject.Rule(HOST, 100, subject, new RuleAction.Lookup(7), Ownership.PROTOCOL);
        var host = new KernelState(
                HOST, List.of(), List.of(), List.of(), List.of(theirs, elsewhere), List.of(), List.of(), Map.of());
        assertEquals(List.of(), new VethPolicyRoute().turning(host, List.of(Ip.parse("10.0.1.20")), ETH1));
    }

    @Test
    void the_pods_rule_comes_before_the_one_that_sends_its_packets_away() {
        assertTrue(VethPolicyRoute.TO_POD_PRIORITY < VethPolicyRoute.FROM_POD_PRIORITY);
    }
}
