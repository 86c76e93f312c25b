package io.github.terway4j.adapters.netlink;

import static io.github.terway4j.adapters.netlink.OtherTools.ip;
import static io.github.terway4j.adapters.netlink.OtherTools.tc;
import static io.github.terway4j.domain.datapath.Ownership.PROTOCOL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.VethPair;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we make is what {@code ip} and {@code tc} see, and what they make is what we see. */
final class OracleTest {
    private static final String PREFIX =
            "tw4j-oracle-" + ProcessHandle.current().pid() + "-";
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final int TABLE = 1007;

    private final LinuxNamespaces namespaces = new LinuxNamespaces();
    private final NetlinkKernel kernel = new NetlinkKernel();
    private NetNs ns = new NetNs("/nowhere");
    private NetNs peer = ns;

    @BeforeEach
    void a_namespace_with_a_link_that_is_up() {
        OtherTools.assumeThere();
        ns = namespaces.create(PREFIX + "ns");
        peer = namespaces.create(PREFIX + "peer");
        make(
                new VethPair(ns, ETH0, Mac.local(1), peer, ETH0, Mac.local(2), new Mtu(1480), "terway4j:c0ffee/eth0"),
                new LinkUp(ns, ETH0),
                new LinkUp(peer, ETH0));
    }

    @AfterEach
    void remove() {
        kernel.close();
        namespaces.named(PREFIX).forEach(namespaces::delete);
    }

    @Test
    void ip_sees_our_links() {
        make(new LinkMtu(peer, ETH0, new Mtu(1400)));

        var here = ip(ns, "-d -o link show eth0");
        assertContains(
                here, "02:00:00:00:00:01", "mtu 1480", "UP", "veth", "numtxqueues 1 ", "alias terway4j:c0ffee/eth0");
        assertContains(ip(peer, "-d -o link show eth0"), "02:00:00:00:00:02", "mtu 1400", "UP", "veth");
    }

    @Test
    void ip_sees_our_addresses() {
        make(
                new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/32")),
                new Address(ns, ETH0, InterfaceAddress.parse("2001:db8::20/64")));

        assertContains(
                ip(ns, "-o addr show eth0"),
                "inet 10.0.1.20/32 scope global eth0",
                "inet6 2001:db8::20/64 scope global nodad");
    }

    @Test
    void ip_sees_our_routes() {
        make(new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/32")));
        make(
                route("0.0.0.0/0", new NextHop.Via(Ip.parse("169.254.1.1"), ETH0)),
                route("10.7.0.0/16", new NextHop.Direct(ETH0)),
                route("10.8.0.0/16", new NextHop.Blackhole()),
                route("10.9.0.0/16", new NextHop.Via(Ip.parse("fe80::9"), ETH0)),
                route("::/0", new NextHop.Via(Ip.parse("fe80::1"), ETH0)),
                route("2001:db8:7::/48", new NextHop.Direct(ETH0)),
                route("2001:db8:8::/48", new NextHop.Blackhole()));

        assertEquals("""
                default via 169.254.1.1 dev eth0 proto 84 onlink
                10.7.0.0/16 dev eth0 proto 84 scope link
                blackhole 10.8.0.0/16 proto 84
                10.9.0.0/16 via inet6 fe80::9 dev eth0 proto 84 onlink
                """, trimmed(ip(ns, "route show table 1007")));
        assertEquals("""
                2001:db8:7::/48 dev eth0 proto 84 metric 1024 pref medium
                blackhole 2001:db8:8::/48 dev lo proto 84 metric 1024 pref medium
                default via fe80::1 dev eth0 proto 84 metric 1024 onlink pref medium
                """, trimmed(ip(ns, "-6 route show table 1007")));
        assertEquals(7, seen(ns).routes().size());
    }

    @Test
    void ip_sees_our_rules() {
        var from = Cidr.parse("10.0.1.20/32");
        var to = Cidr.parse("2001:db8::/64");
        make(
                new Rule(ns, 512, RuleSelector.from(from), new RuleAction.Lookup(RouteTables.MAIN), PROTOCOL),
                new Rule(ns, 513, RuleSelector.from(from).arrivingOn(ETH0), new RuleAction.Lookup(TABLE), PROTOCOL),
                new Rule(ns, 514, RuleSelector.all(from.family()), new RuleAction.Blackhole(), PROTOCOL),
                new Rule(ns, 515, RuleSelector.to(to), new RuleAction.Lookup(TABLE), PROTOCOL));

        assertContains(
                ip(ns, "rule"),
                "512:\tfrom 10.0.1.20 lookup main proto 84\n",
                "513:\tfrom 10.0.1.20 iif eth0 lookup 1007 proto 84\n",
                "514:\tfrom all blackhole proto 84\n");
        assertContains(ip(ns, "-6 rule"), "515:\tfrom all to 2001:db8::/64 lookup 1007 proto 84\n");
    }

    @Test
    void ip_sees_our_neighbours() {
        make(
                new Neighbour(ns, ETH0, Ip.parse("169.254.1.1"), Mac.local(7)),
                new Neighbour(ns, ETH0, Ip.parse("fe80::1"), Mac.local(8)));

        assertContains(ip(ns, "neigh"), "169.254.1.1 dev eth0 lladdr 02:00:00:00:00:07 PERMANENT");
        assertContains(ip(ns, "-6 neigh"), "fe80::1 dev eth0 lladdr 02:00:00:00:00:08 PERMANENT");
    }

    @Test
    void tc_sees_our_shapers() {
        make(new Shaper(ns, ETH0, new Tbf(Rate.ofBitsPerSecond(8_000_000), 10_000, 35_000)));
        assertContains(
                trimmed(tc(ns, "qdisc show dev eth0")), "qdisc tbf 1: root refcnt", "rate 8Mbit burst 10000b lat 25ms");

        make(new Shaper(ns, ETH0, new Tbf(Rate.ofBitsPerSecond(40_000_000_000L), 1_000_000, 2_000_000)));
        assertContains(tc(ns, "qdisc show dev eth0"), "rate 40Gbit");
        assertEquals(
                Rate.ofBitsPerSecond(40_000_000_000L),
                seen(ns).shapers().getFirst().tbf().rate());
    }

    @Test
    void what_waits_in_a_shaper_is_not_lost_when_that_is_changed() {
        make(
                new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/32")),
                new Neighbour(ns, ETH0, Ip.parse("10.0.1.21"), Mac.local(2)));
        make(
                new Route(ns, RouteTables.MAIN, Cidr.parse("10.0.1.21/32"), new NextHop.Direct(ETH0), PROTOCOL),
                new Shaper(ns, ETH0, new Tbf(new Rate(1_000), 3_000, 100_000)));
        send(20);
        assertTrue(waiting() > 10, () -> tc(ns, "-s qdisc show dev eth0"));

        make(new Shaper(ns, ETH0, new Tbf(new Rate(125_000_000), 125_000, 3_250_000)));
        // Whatever is sent now takes along what waits: nobody waits for the time that the slow one had set.
        send(1);

        assertEquals(0, waiting(), () -> tc(ns, "-s qdisc show dev eth0"));
        var told = tc(ns, "-s qdisc show dev eth0");
        assertContains(told, "rate 1Gbit", "dropped 0");
        assertTrue(number(told, "bytes (\\d+) pkt") >= 21, told);
    }

    private void send(int datagrams) {
        for (int i = 0; i < datagrams; i++) {
            OtherTools.send(ns, Ip.parse("10.0.1.21"));
        }
    }

    private long waiting() {
        return number(tc(ns, "-s qdisc show dev eth0"), "backlog \\S+ (\\d+)p");
    }

    private static long number(String told, String what) {
        var found = Pattern.compile(what).matcher(told);
        assertTrue(found.find(), told);
        return Long.parseLong(found.group(1));
    }

    @Test
    void we_see_the_burst_that_tc_sees() {
        tc(ns, "qdisc add dev eth0 root handle 1: tbf rate 10mbit burst 5000 limit 30000");

        var tbf = seen(ns).shapers().getFirst().tbf();

        assertEquals(Rate.ofBitsPerSecond(10_000_000), tbf.rate());
        assertEquals(30_000, tbf.limitBytes());
        assertTrue(Math.abs(tbf.burstBytes() - 5000) <= 1, tbf.toString());
    }

    @Test
    void we_see_what_ip_made_as_far_as_we_can_say_it() {
        ip(ns, "addr add 10.0.1.20/24 dev eth0");
        ip(ns, "route add 10.7.0.0/16 via 10.0.1.253 dev eth0 proto static table 1007");
        ip(ns, "rule add pref 512 to 10.0.1.20 lookup 1007 proto static");
        ip(ns, "neigh add 10.0.1.21 lladdr 02:00:00:00:00:09 dev eth0 nud permanent");

        var state = seen(ns);

        assertEquals(List.of(new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/24"))), state.addresses());
        assertEquals(
                List.of(new Route(
                        ns, TABLE, Cidr.parse("10.7.0.0/16"), new NextHop.Via(Ip.parse("10.0.1.253"), ETH0), 4)),
                state.routes());
        assertEquals(
                List.of(new Rule(
                        ns, 512, RuleSelector.to(Cidr.parse("10.0.1.20/32")), new RuleAction.Lookup(TABLE), 4)),
                state.rules());
        assertEquals(
                List.of(new Neighbour(ns, ETH0, Ip.parse("10.0.1.21"), new Mac(0x02_00_00_00_00_09L))),
                state.neighbours());
    }

    @Test
    void we_leave_out_what_we_cannot_say() {
        ip(ns, "addr add 10.0.1.20/24 dev eth0");
        ip(ns, "link add ünicode type bridge");
        ip(ns, "link set ünicode up");
        ip(ns, "addr add 10.0.2.20/24 dev ünicode");
        ip(ns, "route add 10.3.0.0/16 dev ünicode");
        ip(ns, "route add unreachable 10.4.0.0/16");
        ip(ns, "route add 10.5.0.0/16 nexthop via 10.0.1.1 dev eth0 nexthop via 10.0.1.2 dev eth0");
        ip(ns, "route add 10.6.0.0/16 via 10.0.1.1 dev eth0 tos 0x10");
        ip(ns, "rule add pref 100 ipproto udp lookup 1007");
        ip(ns, "rule add pref 101 not from 10.0.1.20 lookup 1007");
        ip(ns, "rule add pref 102 from all lookup main suppress_prefixlength 0");
        ip(ns, "rule add pref 103 from all prohibit");
        ip(ns, "rule add pref 104 dport 53 lookup 1007");
        ip(ns, "neigh add 10.0.1.21 lladdr 02:00:00:00:00:09 dev eth0 nud reachable");
        ip(ns, "neigh add proxy 10.0.1.22 dev eth0");
        tc(ns, "qdisc add dev eth0 root handle 2: tbf rate 10mbit burst 5000 limit 30000");

        var state = seen(ns);

        assertEquals(
                List.of("lo", "eth0"),
                state.links().stream().map(link -> link.name().text()).toList());
        assertEquals(1, state.addresses().size());
        assertEquals(List.of(), state.routes());
        assertEquals(List.of(), state.rules());
        assertEquals(List.of(), state.neighbours());
        assertEquals(List.of(), state.shapers());
    }

    @Test
    void a_refusal_carries_the_kernels_own_words() {
        var bridge = new LinkName("br0");
        ip(ns, "link add br0 type bridge");

        var outcome = apply(new Route(
                ns, TABLE, Cidr.parse("0.0.0.0/0"), new NextHop.Via(Ip.parse("10.0.1.253"), bridge), PROTOCOL));

        var refusal = assertInstanceOf(KernelOutcome.Refused.class, outcome);
        assertEquals(
                "ENETDOWN (network is down): Nexthop device is not up",
                refusal.words().replaceAll(", attr.*", ""));
    }

    @Test
    void a_route_that_looks_like_another_does_not_make_it_go() {
        var via = route("2001:db8:7::/48", new NextHop.Via(Ip.parse("fe80::1"), ETH0));
        make(via);

        unmake(route("2001:db8:7::/48", new NextHop.Direct(ETH0)));
        unmake(route("2001:db8:7::/48", new NextHop.Blackhole()));
        unmake(route("2001:db8:7::/48", new NextHop.Via(Ip.parse("fe80::2"), ETH0)));
        unmake(new Route(ns, TABLE, via.destination(), via.hop(), PROTOCOL + 1));

        assertEquals(List.of(via), seen(ns).routes());
    }

    @Test
    void a_rule_that_selects_more_narrowly_is_not_removed_for_one_that_selects_less_so() {
        Function<RuleSelector, Rule> rule =
                selector -> new Rule(ns, 512, selector, new RuleAction.Lookup(TABLE), PROTOCOL);
        var to = RuleSelector.to(Cidr.parse("10.0.1.20/32"));
        var narrow = rule.apply(to.arrivingOn(ETH0));
        var narrower = rule.apply(new RuleSelector(Cidr.parse("10.7.0.0/16"), to.to(), to.arrivingOn()));
        var wide = rule.apply(to);
        make(narrow, narrower, wide);
        ip(ns, "rule add pref 512 to 10.0.1.20 ipproto udp lookup 1007 proto 84");

        unmake(wide);
        assertEquals(List.of(narrow, narrower), seen(ns).rules());
        unmake(wide);
        unmake(new Rule(ns, 512, narrow.selector(), narrow.action(), PROTOCOL + 1));
        assertEquals(List.of(narrow, narrower), seen(ns).rules());
        assertContains(ip(ns, "rule"), "from all to 10.0.1.20 ipproto udp lookup 1007 proto 84");
    }

    @Test
    void a_neighbour_with_another_hardware_address_is_not_removed() {
        var newer = new Neighbour(ns, ETH0, Ip.parse("10.0.1.20"), Mac.local(8));
        make(newer);

        unmake(new Neighbour(ns, ETH0, Ip.parse("10.0.1.20"), Mac.local(7)));

        assertEquals(List.of(newer), seen(ns).neighbours());
    }

    @Test
    void a_queue_discipline_of_somebody_else_is_not_removed() {
        tc(ns, "qdisc add dev eth0 root handle 2: tbf rate 10mbit burst 5000 limit 30000");

        unmake(new Shaper(ns, ETH0, new Tbf(Rate.ofBitsPerSecond(10_000_000), 5000, 30_000)));

        assertContains(tc(ns, "qdisc show dev eth0"), "qdisc tbf 2: root");
    }

    @Test
    void an_ipv6_address_gets_the_wanted_length() {
        make(new Address(ns, ETH0, InterfaceAddress.parse("2001:db8::20/64")));
        var wanted = new Address(ns, ETH0, InterfaceAddress.parse("2001:db8::20/128"));

        make(wanted);

        assertEquals(List.of(wanted), seen(ns).addresses());
    }

    @Test
    void a_pair_that_nobody_had_time_to_mark_gets_its_mark() {
        var eth1 = new LinkName("eth1");
        make(new VethPair(ns, eth1, Mac.local(3), peer, eth1, Mac.local(4), new Mtu(1500), ""));

        make(new VethPair(ns, eth1, Mac.local(3), peer, eth1, Mac.local(4), new Mtu(1500), "terway4j:decaf/eth0"));

        assertEquals("terway4j:decaf/eth0", seen(ns).link(eth1).orElseThrow().alias());
    }

    @Test
    void two_links_that_are_as_wanted_but_not_each_others_end_are_in_the_way() {
        var eth1 = new LinkName("eth1");
        var eth2 = new LinkName("eth2");
        make(
                new VethPair(ns, eth1, Mac.local(3), ns, eth2, Mac.local(5), new Mtu(1500), ""),
                new VethPair(peer, eth1, Mac.local(4), peer, eth2, Mac.local(6), new Mtu(1500), ""));

        var outcome = apply(new VethPair(ns, eth1, Mac.local(3), peer, eth1, Mac.local(4), new Mtu(1500), ""));

        assertInstanceOf(KernelOutcome.Occupied.class, outcome);
    }

    @Test
    void ip_knows_our_namespaces_and_we_know_those_of_ip() {
        ip("netns add " + PREFIX + "theirs");

        assertTrue(ip("netns list").contains(PREFIX + "ns"));
        assertTrue(namespaces.named(PREFIX).contains(new NetNs("/run/netns/" + PREFIX + "theirs")));
        assertEquals(
                1, seen(new NetNs("/run/netns/" + PREFIX + "theirs")).links().size());

        ip("netns del " + PREFIX + "ns");
        namespaces.delete(new NetNs("/run/netns/" + PREFIX + "theirs"));
        assertTrue(!ip("netns list").contains(PREFIX + "theirs"));
        assertEquals(List.of(peer), namespaces.named(PREFIX));
    }

    private Route route(String destination, NextHop hop) {
        return new Route(ns, TABLE, Cidr.parse(destination), hop, PROTOCOL);
    }

    private void make(KernelObject... objects) {
        assertEquals(new KernelOutcome.Applied(), apply(objects));
    }

    private void unmake(KernelObject object) {
        assertEquals(new KernelOutcome.Applied(), kernel.apply(new DatapathPlan(List.of(object)).undo()));
    }

    private KernelOutcome apply(KernelObject... objects) {
        return kernel.apply(new DatapathPlan(List.of(objects)).steps());
    }

    private KernelState seen(NetNs where) {
        return assertInstanceOf(Observation.Seen.class, kernel.observe(where, List.of()))
                .state();
    }

    private static void assertContains(String text, String... parts) {
        for (var part : parts) {
            assertTrue(text.contains(part), part + " should be in: " + text);
        }
    }

    /** Without the spaces that {@code ip} leaves at the end of lines. */
    private static String trimmed(String text) {
        return text.replaceAll(" +\n", "\n");
    }
}
