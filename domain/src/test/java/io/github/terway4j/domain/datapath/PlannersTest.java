package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.MTU;
import static io.github.terway4j.domain.datapath.Wirings.POD;
import static io.github.terway4j.domain.datapath.Wirings.SANDBOX;
import static io.github.terway4j.domain.datapath.Wirings.WEB;
import static io.github.terway4j.domain.datapath.Wirings.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Direction;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of Terway's other wirings: a node with 10.0.0.10, its ENI eth1 (interface 3) in 10.0.1.0/24, and on it
 * the pod default/web with 10.0.1.20; services in 10.96.0.0/12, and 169.254.20.10 answered by the host's stack.
 */
class PlannersTest {
    private static final DualStack<Ip> ADDRESS = DualStack.v4(Ip.parse("10.0.1.20"));
    private static final List<Cidr> BY_HOST = List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("169.254.20.10/32"));

    private static final EniWiring ETH1 = eth1(Optional.empty());
    private static final EniWiring MEMBER = eth1(Optional.of(new VlanId(5)));

    @Test
    void a_whole_eni_moves_into_the_pod_and_a_pair_leads_to_the_host() {
        assertEquals("""
                host  veth cali68caf03a5f4 with peer veth1 in /run/netns/web
                pod   link eth0 moved from eth1 (00:16:3e:00:00:01) in /run/netns/host
                pod   link eth0 mtu 1500
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   link eth0 up
                pod   route 0.0.0.0/0 via 10.0.1.253 dev eth0 onlink table 254
                pod   address 10.0.1.20/32 dev veth1
                pod   link veth1 up
                pod   neighbour 169.254.1.1 lladdr 02:a0:c6:2d:2d:a9 dev veth1
                pod   route 10.0.0.10/32 via 169.254.1.1 dev veth1 onlink table 254
                pod   route 10.96.0.0/12 via 169.254.1.1 dev veth1 onlink table 254
                pod   route 169.254.20.10/32 via 169.254.1.1 dev veth1 onlink table 254
                host  link cali68caf03a5f4 up
                host  neighbour 10.0.1.20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4
                host  route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254
                """, told(new ExclusiveEni().pod(web(), ETH1)));
    }

    @Test
    void the_pair_that_shows_whose_it_is_comes_first_and_goes_last() {
        var plan = new ExclusiveEni().pod(web(), ETH1);
        assertTrue(plan.wanted().getFirst() instanceof KernelObject.VethPair, plan::toString);
        assertEquals(
                List.of(
                        "remove route 10.0.1.20/32 dev cali68caf03a5f4 scope link table 254",
                        "remove neighbour 10.0.1.20 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4",
                        "restore link eth1 (00:16:3e:00:00:01)",
                        "retire link cali68caf03a5f4"),
                words(new ExclusiveEni().dismantling(ETH1, SANDBOX, WEB, ADDRESS)));
    }

    @Test
    void what_a_sandbox_was_lent_is_seen_in_it_and_goes_home_from_there() {
        var plan = new ExclusiveEni().pod(web(), ETH1);
        var sandbox = FullKernel.of(plan).getOrDefault(POD, FullKernel.nothing(POD));
        assertEquals(
                List.of("remove link eth0 moved from eth1 (00:16:3e:00:00:01) in /run/netns/host"),
                words(ExclusiveEni.homecoming(sandbox, HOST, SANDBOX)));
        assertEquals(
                List.of(),
                ExclusiveEni.homecoming(sandbox, HOST, new AttachmentKey("another", new LinkName("eth0"))),
                "what another was lent is another's");
        assertEquals(List.of(), ExclusiveEni.homecoming(FullKernel.nothing(POD), HOST, SANDBOX));
    }

    @Test
    void wherever_giving_a_whole_eni_stopped_the_host_shows_whose_it_is_and_the_rest_can_be_made() {
        var plan = new ExclusiveEni().pod(web(), ETH1);
        var wanted = plan.wanted();
        for (int made = 1; made <= wanted.size(); made++) {
            var seen = FullKernel.of(new DatapathPlan(wanted.subList(0, made)));
            var host = seen.getOrDefault(HOST, FullKernel.nothing(HOST));
            assertEquals(List.of(SANDBOX), Leftovers.attachments(host), "after " + made + " steps");
            var rest = KernelDiff.between(plan, seen).missing();
            assertEquals(wanted.subList(made, wanted.size()), rest, "after " + made + " steps");
        }
    }

    @Test
    void a_pod_by_ipvlan_meets_its_host_at_a_slave_of_the_hosts_own() {
        assertEquals("""
                host  link eth1 mtu 1500
                host  sysctl net/ipv4/conf/eth1/forwarding=1
                host  sysctl net/ipv4/conf/eth1/rp_filter=0
                host  link eth1 up
                host  ipvlan ipvl_3 on eth1 without arp
                host  sysctl net/ipv4/conf/ipvl_3/forwarding=1
                host  sysctl net/ipv4/conf/ipvl_3/rp_filter=0
                host  address 10.0.0.10/32 dev ipvl_3
                host  link ipvl_3 up
                """, told(new IpvlanL2().eni(ETH1)));
        assertEquals("""
                pod   ipvlan eth0 on eth1
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   link eth0 up
                pod   route 0.0.0.0/0 via 10.0.1.253 dev eth0 onlink table 254
                pod   neighbour 10.0.0.10 lladdr 00:16:3e:00:00:01 dev eth0
                pod   route 10.0.0.10/32 dev eth0 scope link table 254
                host  filter dev eth1 egress prio 40000: to 10.96.0.0/12, redirect to come in by ipvl_3
                host  filter dev eth1 egress prio 40000: to 169.254.20.10/32, redirect to come in by ipvl_3
                host  route 10.0.1.20/32 dev ipvl_3 scope link table 254
                """, told(new IpvlanL2().pod(web(), ETH1)));
        assertEquals(
                List.of(
                        "withdraw the link of sandbox-1/eth0",
                        "remove route 10.0.1.20/32 dev ipvl_3 scope link table 254"),
                words(new IpvlanL2().dismantling(ETH1, SANDBOX, WEB, ADDRESS)),
                "what is turned round serves other pods, too");
    }

    @Test
    void services_of_both_families_are_turned_round_each_at_a_priority_of_its_own() {
        var reach = new Reach(List.of(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00:96::/112")), List.of(), true);
        var told = told(new IpvlanL2().pod(web(reach), ETH1));
        assertTrue(told.contains("prio 40000: to 10.96.0.0/12,"), told);
        assertTrue(told.contains("prio 40001: to fd00:96::/112,"), told);
    }

    @Test
    void an_interface_among_others_has_a_table_of_its_own_and_the_default_route_only_where_it_is_due() {
        var reach = new Reach(List.of(), List.of(Cidr.parse("10.9.0.0/16")), false, true);
        assertEquals("""
                pod   ipvlan eth0 on eth1
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   link eth0 up
                pod   route 10.9.0.0/16 via 10.0.1.253 dev eth0 onlink table 254
                pod   route 0.0.0.0/0 via 10.0.1.253 dev eth0 onlink table 1007
                pod   rule 512: from all oif eth0 lookup 1007
                pod   rule 512: from 10.0.1.20/32 lookup 1007
                pod   neighbour 10.0.0.10 lladdr 00:16:3e:00:00:01 dev eth0
                pod   route 10.0.0.10/32 dev eth0 scope link table 1007
                host  route 10.0.1.20/32 dev ipvl_3 scope link table 254
                """, told(new IpvlanL2().pod(web(reach).at(7), ETH1)));
        var veth = told(new VethPolicyRoute().pod(web(reach).at(7), ETH1));
        assertTrue(veth.contains("pod   route 0.0.0.0/0 via 169.254.1.1 dev eth0 onlink table 1007\n"), veth);
        assertTrue(veth.contains("pod   rule 512: from 10.0.1.20/32 lookup 1007\n"), veth);
        assertTrue(web(reach).isToBeSeen());
        assertFalse(told(new IpvlanL2().pod(web(reach), ETH1)).contains("rule 512"));
    }

    @Test
    void a_member_as_a_device_stands_in_the_pod_alone() {
        assertEquals("""
                host  link eth1 mtu 1500
                host  link eth1 up
                """, told(new TrunkVlan().eni(ETH1)));
        assertEquals("""
                pod   vlan eth0 on eth1 id 5
                pod   link lo up
                pod   address 10.0.1.20/32 dev eth0
                pod   link eth0 up
                pod   route 0.0.0.0/0 via 10.0.1.253 dev eth0 onlink table 254
                """, told(new TrunkVlan().pod(web(), MEMBER)));
        assertEquals(
                List.of("withdraw the link of sandbox-1/eth0"),
                words(new TrunkVlan().dismantling(MEMBER, SANDBOX, WEB, ADDRESS)));
    }

    @Test
    void a_member_by_filters_is_wired_to_its_trunk_and_tagged_there() {
        var trunk = told(new TrunkTag().eni(ETH1));
        assertEquals(
                told(new VethPolicyRoute().eni(ETH1))
                        + "host  filter dev eth1 ingress prio 20000: tagged, pop the tag\n",
                trunk);
        assertEquals(
                "host  filter dev eth1 egress prio 50001: from 10.0.1.20/32, push the tag 5\n"
                        + told(new VethPolicyRoute().pod(web(), MEMBER)),
                told(new TrunkTag().pod(web(), MEMBER)));
        var steps = words(new TrunkTag().dismantling(MEMBER, SANDBOX, WEB, ADDRESS));
        assertEquals("retire link cali68caf03a5f4", steps.getLast());
        assertTrue(
                steps.contains("remove filter dev eth1 egress prio 50001: from 10.0.1.20/32, push the tag 5"),
                steps::toString);
    }

    @Test
    void what_has_no_tag_is_no_member() {
        assertThrows(IllegalStateException.class, () -> new TrunkVlan().pod(web(), ETH1));
    }

    @Test
    void a_second_network_has_what_is_asked_of_it_and_no_default() {
        var besides = new Reach(List.of(), List.of(Cidr.parse("172.16.0.0/16")), false);
        var told = told(new TrunkVlan().pod(web(besides), MEMBER));
        assertTrue(told.contains("pod   route 172.16.0.0/16 via 10.0.1.253 dev eth0 onlink table 254\n"), told);
        assertFalse(told.contains("route 0.0.0.0/0"), told);
    }

    @Test
    void what_a_pod_sends_is_held_in_it_whatever_its_wiring_and_what_it_receives_at_the_hosts_end_of_its_pair() {
        var sending = Optional.of(new LimitPlaces.Place(POD, new LinkName("eth0")));
        var receiving = Optional.of(new LimitPlaces.Place(HOST, new LinkName("cali68caf03a5f4")));
        for (var kind : DatapathKind.values()) {
            var expected = switch (kind) {
                case VETH_POLICY_ROUTE, VPC_ROUTE, TRUNK_TAG -> new LimitPlaces(receiving, sending);
                case EXCLUSIVE_ENI, IPVLAN_L2, TRUNK_VLAN -> new LimitPlaces(Optional.empty(), sending);
            };
            assertEquals(expected, kind.datapath().limits(web(), HOST), kind::text);
        }
    }

    @Test
    void a_limit_for_receiving_alone_asks_nothing_of_a_pod_whose_wiring_cannot_hold_it() {
        var receiving = new BandwidthLimit(new Rate(1_000_000), Rate.UNLIMITED);
        var both = new BandwidthLimit(new Rate(1_000_000), new Rate(500_000));
        for (var datapath : List.of(new ExclusiveEni(), new IpvlanL2(), new TrunkVlan())) {
            assertEquals(
                    List.of(),
                    shapers(datapath, receiving),
                    () -> datapath.kind().text());
            assertEquals(
                    List.of("qdisc tbf 1: root dev eth0 rate 4000000bit"),
                    shapers(datapath, both),
                    () -> datapath.kind().text());
            assertEquals(
                    List.of(Direction.INGRESS), datapath.limits(web(), HOST).unheld(both));
        }
    }

    @Test
    void a_member_that_came_back_with_another_tag_has_its_pods_tagged_anew() {
        var host = FullKernel.of(new TrunkTag().pod(web(), MEMBER)).getOrDefault(HOST, FullKernel.nothing(HOST));
        var pods = List.of(Ip.parse("10.0.1.20"), Ip.parse("10.0.1.21"));
        assertEquals(List.of(), words(new TrunkTag().turning(host, pods, MEMBER)));
        assertEquals(
                List.of("make filter dev eth1 egress prio 50001: from 10.0.1.20/32, push the tag 7"),
                words(new TrunkTag().turning(host, pods, eth1(Optional.of(new VlanId(7))))));
        assertEquals(List.of(), words(new TrunkTag().turning(host, pods, ETH1)));
    }

    private static List<String> shapers(Datapath datapath, BandwidthLimit limit) {
        var pod = new PodWiring(SANDBOX, WEB, POD, ADDRESS, MTU, limit);
        return datapath.pod(pod, MEMBER).wanted().stream()
                .filter(KernelObject.Shaper.class::isInstance)
                .map(KernelObject::words)
                .toList();
    }

    @Test
    void a_pods_packets_wait_in_its_band_in_both_families_and_are_sorted_no_longer_when_it_goes() {
        var both = DualStack.both(Ip.parse("10.0.1.20"), Ip.parse("2001:db8::20"));
        var pod = new PodWiring(SANDBOX, WEB, POD, both, MTU, BandwidthLimit.NONE).waiting(Waiting.LAST);
        var sorted = List.of(
                "qdisc prio dev eth1",
                "filter dev eth1 egress prio 30001: from 10.0.1.20/32, send last",
                "filter dev eth1 egress prio 30002: from 2001:db8::20/128, send last");
        for (var datapath : List.of(new VethPolicyRoute(), new IpvlanL2(), new TrunkTag())) {
            var told = datapath.pod(pod, MEMBER).wanted().stream()
                    .map(KernelObject::words)
                    .filter(words -> words.startsWith("qdisc") || words.contains(", send "))
                    .toList();
            assertEquals(sorted, told, () -> datapath.kind().text());
        }
        assertEquals(
                List.of("remove " + sorted.get(2), "remove " + sorted.get(1)),
                words(EniQueues.dismantling(MEMBER, both, Waiting.LAST)));
        assertEquals(List.of(), words(EniQueues.dismantling(MEMBER, both, Waiting.AS_USUAL)));
    }

    @Test
    void what_leaves_with_a_tag_around_it_is_sorted_before_it_has_one() {
        var told = told(new TrunkVlan().pod(web().waiting(Waiting.FIRST), MEMBER));
        assertTrue(told.contains("host  qdisc prio dev eth1\n"), told);
        assertTrue(told.contains("pod   filter dev eth0 egress prio 30001: from 10.0.1.20/32, send first\n"), told);
    }

    @Test
    void where_others_pace_what_a_pod_sends_its_eni_waits_for_their_stamps_and_nothing_else_holds_it() {
        var limit = new BandwidthLimit(new Rate(1_000_000), new Rate(500_000));
        var pod = new PodWiring(SANDBOX, WEB, POD, ADDRESS, MTU, limit).waiting(Waiting.PACED);
        var told = told(new VethPolicyRoute().pod(pod, MEMBER));
        assertTrue(told.contains("host  qdisc fq dev eth1\n"), told);
        assertTrue(told.contains("host  qdisc tbf 1: root dev cali68caf03a5f4 rate 8000000bit\n"), told);
        assertFalse(told.contains("qdisc tbf 1: root dev eth0"), told);
        assertEquals(
                List.of(Direction.EGRESS),
                new VethPolicyRoute().limits(pod, HOST).unheld(limit));
    }

    private static PodWiring web() {
        return web(new Reach(BY_HOST, List.of(), true));
    }

    private static PodWiring web(Reach reach) {
        return new PodWiring(SANDBOX, WEB, POD, ADDRESS, MTU, BandwidthLimit.NONE, reach);
    }

    private static EniWiring eth1(Optional<VlanId> tag) {
        return new EniWiring(
                HOST,
                new LinkName("eth1"),
                3,
                DualStack.v4(Ip.parse("10.0.1.253")),
                DualStack.v4(Ip.parse("10.0.0.10")),
                MTU,
                Mac.parse("00:16:3e:00:00:01"),
                tag);
    }

    private static List<String> words(List<KernelStep> steps) {
        return steps.stream().map(KernelStep::words).toList();
    }
}
