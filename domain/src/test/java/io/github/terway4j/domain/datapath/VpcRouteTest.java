package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static io.github.terway4j.domain.datapath.Wirings.SANDBOX;
import static io.github.terway4j.domain.datapath.Wirings.WEB;
import static io.github.terway4j.domain.datapath.Wirings.eni;
import static io.github.terway4j.domain.datapath.Wirings.told;
import static io.github.terway4j.domain.datapath.Wirings.web;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node with the block 10.244.3.0/24, and on it the pod default/web with 10.244.3.2. */
class VpcRouteTest {
    private static final VpcRoute DATAPATH = new VpcRoute();
    private static final EniWiring PRIMARY = eni("10.0.0.253", "10.0.0.10");

    @Test
    void a_pod_is_wired_by_a_veth_pair_and_a_route_of_the_hosts_and_by_no_rule() {
        assertEquals("""
                host  veth cali68caf03a5f4 with peer eth0 in /run/netns/web
                pod   link lo up
                pod   address 10.244.3.2/32 dev eth0
                pod   link eth0 up
                pod   neighbour 169.254.1.1 lladdr 02:a0:c6:2d:2d:a9 dev eth0
                pod   route 169.254.1.1/32 dev eth0 scope link table 254
                pod   route 0.0.0.0/0 via 169.254.1.1 dev eth0 onlink table 254
                host  link cali68caf03a5f4 up
                host  neighbour 10.244.3.2 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4
                host  route 10.244.3.2/32 dev cali68caf03a5f4 scope link table 254
                """, Wirings.told(DATAPATH.pod(web(BandwidthLimit.NONE, "10.244.3.2"), PRIMARY)));
    }

    @Test
    void a_pod_of_two_families_has_a_way_for_each() {
        var told = Wirings.told(DATAPATH.pod(web(BandwidthLimit.NONE, "10.244.3.2", "fd00:244:3::2"), PRIMARY));
        assertTrue(told.contains("pod   route ::/0 via fe80::1 dev eth0 onlink table 254\n"), told);
        assertTrue(told.contains("host  route fd00:244:3::2/128 dev cali68caf03a5f4 scope link table 254\n"), told);
    }

    @Test
    void both_directions_are_limited_where_the_traffic_enters_the_pair() {
        var both = new BandwidthLimit(new Rate(1_000_000), new Rate(500_000));
        var shapers = DATAPATH.pod(web(both, "10.244.3.2"), PRIMARY).wanted().stream()
                .filter(KernelObject.Shaper.class::isInstance)
                .map(KernelObject::words)
                .toList();
        assertEquals(
                List.of(
                        "qdisc tbf 1: root dev cali68caf03a5f4 rate 8000000bit",
                        "qdisc tbf 1: root dev eth0 rate 4000000bit"),
                shapers);
    }

    @Test
    void of_the_nodes_own_device_only_forwarding_is_asked() {
        assertEquals("""
                host  sysctl net/ipv4/conf/eth1/forwarding=1
                host  sysctl net/ipv4/conf/eth1/rp_filter=0
                """, Wirings.told(DATAPATH.eni(PRIMARY)));
    }

    @Test
    void dismantling_removes_the_routes_and_then_retires_the_link() {
        var steps = DATAPATH.dismantling(PRIMARY, SANDBOX, WEB, DualStack.v4(Ip.parse("10.244.3.2")));
        assertEquals(
                List.of(
                        "remove route 10.244.3.2/32 dev cali68caf03a5f4 scope link table 254",
                        "remove neighbour 10.244.3.2 lladdr 02:42:29:31:0d:09 dev cali68caf03a5f4",
                        "retire link cali68caf03a5f4"),
                steps.stream().map(KernelStep::words).toList());
    }

    @Test
    void nothing_depends_on_which_device_the_node_has() {
        var plan = DATAPATH.pod(web(BandwidthLimit.NONE, "10.244.3.2"), PRIMARY);
        var host = FullKernel.of(plan).getOrDefault(HOST, FullKernel.nothing(HOST));
        assertEquals(List.of(), DATAPATH.turning(host, List.of(Ip.parse("10.244.3.2")), PRIMARY));
    }

    @Test
    void addresses_of_the_block_that_no_pod_has_lead_nowhere_unless_somebody_else_has_a_route_there() {
        var v4 = Cidr.parse("10.244.1.0/24");
        var v6 = Cidr.parse("fd00:244:1::/64");
        var unused = VpcRoute.unused(FullKernel.nothing(HOST), DualStack.both(v4, v6));
        assertEquals("""
                host  route 10.244.1.0/24 blackhole table 254
                host  route fd00:244:1::/64 blackhole table 254
                """, told(unused));
        var ours = FullKernel.of(unused).getOrDefault(HOST, FullKernel.nothing(HOST));
        assertEquals(unused, VpcRoute.unused(ours, DualStack.both(v4, v6)));
        var theirs = new KernelObject.Route(HOST, RouteTables.MAIN, v4, new NextHop.Direct(new LinkName("cni0")), 3);
        var others = FullKernel.of(new DatapathPlan(List.of(theirs))).getOrDefault(HOST, FullKernel.nothing(HOST));
        assertEquals(
                "host  route fd00:244:1::/64 blackhole table 254\n",
                told(VpcRoute.unused(others, DualStack.both(v4, v6))));
    }
}
