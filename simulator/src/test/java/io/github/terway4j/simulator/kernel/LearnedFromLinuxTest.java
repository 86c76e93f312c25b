package io.github.terway4j.simulator.kernel;

import static io.github.terway4j.simulator.kernel.DropReason.BLACKHOLE;
import static io.github.terway4j.simulator.kernel.DropReason.FORWARDING_OFF;
import static io.github.terway4j.simulator.kernel.DropReason.LINK_DOWN;
import static io.github.terway4j.simulator.kernel.DropReason.MARTIAN_SOURCE;
import static io.github.terway4j.simulator.kernel.DropReason.NEIGHBOUR_UNREACHABLE;
import static io.github.terway4j.simulator.kernel.DropReason.NO_ROUTE;
import static io.github.terway4j.simulator.kernel.DropReason.REVERSE_PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What surprised us in Linux 6.18, each tried there in namespaces first.
 *
 * <pre>
 *   a (ab) ---- (ba) b (bc) ---- (cb) c
 * </pre>
 */
final class LearnedFromLinuxTest {
    private final Lab lab = new Lab();
    private final NetNs a = lab.ns("a");
    private final NetNs b = lab.ns("b");
    private final NetNs c = lab.ns("c");

    @BeforeEach
    void three_namespaces_in_a_row() {
        lab.up(a, "lo").up(b, "lo").up(c, "lo").wire(a, "ab", b, "ba").wire(b, "bc", c, "cb");
    }

    @Test
    void before_its_first_address_ipv4_takes_no_gateway_even_onlink() {
        var fresh = lab.ns("fresh");
        lab.wire(fresh, "eth0", lab.ns("peer"), "eth0");
        var route = Lab.route(fresh, 1003, "0.0.0.0/0", via("10.0.1.253", "eth0"));
        assertEquals("Invalid argument: Nexthop has invalid gateway 10.0.1.253", lab.refusal(route));
        lab.address(fresh, "eth0", "10.0.0.10/32").make(route);
    }

    @Test
    void the_last_ipv4_address_of_a_link_takes_all_its_routes_and_neighbours_along() {
        lab.address(b, "ba", "10.0.0.10/32").address(b, "ba", "10.0.0.11/32");
        lab.via(b, 1003, "0.0.0.0/0", "10.0.1.253", "ba").neighbour(b, "ba", "10.0.1.253", Mac.local(1));
        lab.direct(b, "10.9.0.0/16", "ba").blackhole(b, "10.8.0.0/16");
        lab.noAddress(b, "ba", "10.0.0.10/32");
        assertEquals(3, lab.seen(b).routes().size());
        lab.noAddress(b, "ba", "10.0.0.11/32");
        assertEquals(Cidr.parse("10.8.0.0/16"), lab.seen(b).routes().getFirst().destination());
        assertEquals(1, lab.seen(b).routes().size());
        assertEquals(0, lab.seen(b).neighbours().size());
    }

    @Test
    void an_ipv6_gateway_is_refused_onlink_while_the_main_table_leads_to_it_by_another_link() {
        lab.address(b, "ba", "fd00:1::2/64");
        var route = Lab.route(b, 1003, "::/0", via("fd00:1::253", "bc"));
        assertEquals("Invalid argument: Nexthop has invalid gateway or device mismatch", lab.refusal(route));
        lab.direct(b, "fd00:1::253/128", "bc").make(route);
    }

    @Test
    void loose_reverse_path_filtering_is_strict_on_a_link_without_an_address() {
        lab.address(b, "ba", "10.0.1.2/24").address(b, "bc", "10.0.2.2/24").address(c, "cb", "10.0.2.3/24");
        lab.set(b, "ipv4/ip_forward", 1).set(b, "ipv4/conf/ba/rp_filter", 2);
        lab.address(a, "ab", "10.7.7.7/32").direct(b, "10.7.7.7/32", "bc");
        lab.direct(a, "10.0.2.0/24", "ab").neighbour(a, "ab", "10.0.2.3", macOf(b, "ba"));
        lab.arrives(a, c, "10.0.2.3");
        lab.noAddress(b, "ba", "10.0.1.2/24");
        Lab.ends(lab.walk(a, "10.0.2.3"), b, REVERSE_PATH);
        lab.set(b, "ipv4/conf/ba/rp_filter", 0);
        lab.arrives(a, c, "10.0.2.3");
    }

    @Test
    void the_reverse_path_is_looked_up_as_if_the_answer_came_in_where_the_packet_leaves() {
        routed();
        lab.set(b, "ipv4/conf/ba/rp_filter", 1).neighbour(a, "ab", "10.0.1.2", macOf(b, "ba"));
        var backToA = RuleSelector.to(Cidr.parse("10.0.1.1/32"));
        lab.make(blackhole(b, backToA.arrivingOn(new LinkName("ba"))));
        lab.arrives(a, c, "10.0.2.3");
        lab.make(blackhole(b, backToA.arrivingOn(new LinkName("lo"))));
        lab.arrives(a, c, "10.0.2.3");
        lab.make(blackhole(b, backToA.arrivingOn(new LinkName("bc"))));
        Lab.ends(lab.walk(a, "10.0.2.3"), b, REVERSE_PATH);
    }

    @Test
    void a_filter_that_would_drop_the_asker_also_leaves_its_neighbour_question_unanswered() {
        routed();
        lab.set(c, "ipv4/conf/all/rp_filter", 1).direct(c, "10.0.2.2/32", "lo");
        Lab.ends(lab.walk(b, "10.0.2.3"), b, NEIGHBOUR_UNREACHABLE);
    }

    @Test
    void a_forwarder_without_any_address_asks_for_neighbours_in_nobodys_name_and_is_answered() {
        lab.address(a, "ab", "10.0.1.1/32").address(c, "cb", "10.0.2.3/32");
        lab.direct(a, "10.0.2.3/32", "ab").neighbour(a, "ab", "10.0.2.3", macOf(b, "ba"));
        lab.set(b, "ipv4/ip_forward", 1).direct(b, "10.0.2.3/32", "bc");
        lab.direct(c, "10.0.1.1/32", "cb").set(c, "ipv4/conf/all/rp_filter", 1);
        lab.arrives(a, c, "10.0.2.3");
        // With an address to ask from, it is the asker whose way back is tested, and c has none.
        lab.address(b, "lo", "10.99.0.1/32");
        Lab.ends(lab.walk(a, "10.0.2.3"), b, NEIGHBOUR_UNREACHABLE);
    }

    @Test
    void ipv4_looks_for_its_route_again_once_the_source_is_chosen() {
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24");
        lab.make(blackhole(a, RuleSelector.from(Cidr.parse("10.0.1.1/32"))));
        Lab.ends(lab.walk(a, "10.0.1.2"), a, BLACKHOLE);
    }

    @Test
    void ipv6_keeps_the_route_that_it_found_before_the_source_was_chosen() {
        lab.address(a, "ab", "fd00:1::1/64").address(b, "ba", "fd00:1::2/64");
        lab.make(blackhole(a, RuleSelector.from(Cidr.parse("fd00:1::1/128"))));
        lab.arrives(a, b, "fd00:1::2");
        Lab.ends(lab.walk(a, "fd00:1::1", "fd00:1::2"), a, BLACKHOLE);
    }

    @Test
    void where_only_a_rule_by_source_knows_the_way_ipv6_finds_it_unbound_and_ipv4_does_not() {
        lab.address(a, "lo", "fd00:9::1/128").address(b, "ba", "fd00:1::2/64");
        lab.make(Lab.route(a, 7, "fd00:1::/64", new NextHop.Direct(new LinkName("ab"))));
        lab.rule(a, 100, RuleSelector.from(Cidr.parse("fd00:9::1/128")), 7);
        lab.arrives(a, b, "fd00:1::2");
        lab.address(a, "lo", "10.9.0.1/32").address(b, "ba", "10.0.1.2/24");
        lab.make(Lab.route(a, 7, "10.0.1.0/24", new NextHop.Direct(new LinkName("ab"))));
        lab.rule(a, 100, RuleSelector.from(Cidr.parse("10.9.0.1/32")), 7);
        Lab.ends(lab.walk(a, "10.0.1.2"), a, NO_ROUTE);
        lab.direct(b, "10.9.0.1/32", "ba").arrives(a, b, "10.9.0.1", "10.0.1.2");
    }

    @Test
    void one_s_own_address_coming_in_from_outside_is_dropped_unless_local_sources_are_accepted() {
        routed();
        lab.address(a, "lo", "10.0.2.2/32").neighbour(a, "ab", "10.0.1.2", macOf(b, "ba"));
        Lab.ends(lab.walk(a, "10.0.2.2", "10.0.2.3"), b, MARTIAN_SOURCE);
        lab.set(b, "ipv4/conf/ba/accept_local", 1);
        lab.arrives(a, c, "10.0.2.2", "10.0.2.3");
    }

    @Test
    void ipv4_answers_on_any_link_for_any_of_its_addresses_and_ipv6_only_for_those_of_the_link() {
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24").address(b, "bc", "10.0.2.2/24");
        lab.direct(a, "10.0.2.2/32", "ab").arrives(a, b, "10.0.2.2");
        lab.address(a, "ab", "fd00:1::1/64").address(b, "ba", "fd00:1::2/64").address(b, "bc", "fd00:2::2/64");
        lab.direct(a, "fd00:2::2/128", "ab");
        Lab.ends(lab.walk(a, "fd00:2::2"), a, NEIGHBOUR_UNREACHABLE);
        lab.via(a, "fd00:2::2/128", "fd00:1::2", "ab").arrives(a, b, "fd00:2::2");
    }

    @Test
    void an_ipv4_address_of_a_link_that_is_down_is_answered_for() {
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24");
        lab.address(b, "bc", "10.5.0.1/32").via(a, "10.5.0.1/32", "10.0.1.2", "ab");
        lab.machine.turnDown(b, new LinkName("bc"));
        lab.arrives(a, b, "10.5.0.1");
    }

    @Test
    void an_ipv6_address_does_not_outlive_its_link_going_down() {
        lab.address(b, "bc", "fd00:5::1/128");
        lab.machine.turnDown(b, new LinkName("bc"));
        assertEquals(List.of(), ipv6AddressesIn(b));
    }

    @Test
    void without_loopback_a_namespace_reaches_others_but_not_itself() {
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24");
        lab.machine.turnDown(a, new LinkName("lo"));
        lab.machine.turnDown(b, new LinkName("lo"));
        Lab.ends(lab.walk(a, "10.0.1.1"), a, LINK_DOWN);
        lab.arrives(a, b, "10.0.1.2");
    }

    @Test
    void ipv6_forwards_by_what_all_says_and_ipv4_by_what_the_link_says() {
        lab.address(a, "ab", "fd00:1::1/64").address(b, "ba", "fd00:1::2/64");
        lab.address(b, "bc", "fd00:2::2/64").address(c, "cb", "fd00:2::3/64");
        lab.via(a, "::/0", "fd00:1::2", "ab").via(c, "::/0", "fd00:2::2", "cb");
        lab.set(b, "ipv6/conf/ba/forwarding", 1).set(b, "ipv6/conf/bc/forwarding", 1);
        Lab.ends(lab.walk(a, "fd00:2::3"), b, FORWARDING_OFF);
        lab.set(b, "ipv6/conf/all/forwarding", 1);
        lab.set(b, "ipv6/conf/ba/forwarding", 0).set(b, "ipv6/conf/bc/forwarding", 0);
        lab.arrives(a, c, "fd00:2::3");
        routed();
        lab.set(b, "ipv4/conf/bc/forwarding", 0);
        lab.arrives(a, c, "10.0.2.3");
        Lab.ends(lab.walk(c, "10.0.1.1"), b, FORWARDING_OFF);
    }

    @Test
    void until_a_rule_changes_a_longer_prefix_in_main_hides_a_local_subnet() {
        lab.address(a, "ab", "10.0.0.2/24").address(b, "ba", "10.0.0.1/24");
        lab.address(a, "lo", "10.0.1.2/23").arrives(a, b, "10.0.0.1");
        lab.rule(a, 100, RuleSelector.to(Cidr.parse("192.0.2.1/32")), RouteTables.MAIN);
        lab.arrives(a, a, "10.0.0.1");
    }

    @Test
    void of_two_equal_ipv6_routes_a_forwarded_packet_takes_the_one_by_which_it_came() {
        lab.set(b, "ipv6/conf/all/forwarding", 1);
        lab.address(b, "ba", "fd00:1::2/64").address(b, "bc", "fd00:1::3/64");
        lab.address(a, "ab", "fd00:1::1/64").address(c, "cb", "fd00:2::3/64").via(c, "::/0", "fd00:1::3", "cb");
        lab.neighbour(c, "cb", "fd00:1::3", macOf(b, "bc"));
        lab.arrives(b, a, "fd00:1::1");
        Lab.ends(lab.walk(c, "fd00:1::1"), b, NEIGHBOUR_UNREACHABLE);
    }

    @Test
    void ipv6_does_not_believe_that_a_gateway_has_an_address_of_the_asker() {
        lab.address(a, "ab", "fd00:1::1/64").address(b, "ba", "fd00:1::2/64");
        lab.via(a, "::/0", "fd00:1::2", "ab").address(a, "ab", "fd00:1::2/64");
        Lab.ends(lab.walk(a, "fd00:9::1"), a, NEIGHBOUR_UNREACHABLE);
    }

    @Test
    void an_mtu_below_1280_ends_ipv6_on_the_link_with_all_its_settings() {
        lab.address(a, "ab", "fd00:1::1/64");
        lab.make(new KernelObject.LinkMtu(a, new LinkName("ab"), new Mtu(1279)));
        assertEquals(List.of(), ipv6AddressesIn(a));
        assertEquals(0, lab.seen(a, "net/ipv6/conf/ab/accept_ra").sysctls().size());
        lab.refusal(new KernelObject.Address(a, new LinkName("ab"), InterfaceAddress.parse("fd00:1::1/64")));
    }

    /** The usual: each reaches the next, and b forwards. */
    private void routed() {
        lab.address(a, "ab", "10.0.1.1/24").address(b, "ba", "10.0.1.2/24");
        lab.address(b, "bc", "10.0.2.2/24").address(c, "cb", "10.0.2.3/24");
        lab.via(a, "0.0.0.0/0", "10.0.1.2", "ab").via(c, "0.0.0.0/0", "10.0.2.2", "cb");
        lab.set(b, "ipv4/ip_forward", 1);
    }

    private List<KernelObject.Address> ipv6AddressesIn(NetNs ns) {
        return lab.seen(ns).addresses().stream()
                .filter(address -> address.address().family() == IpFamily.V6)
                .toList();
    }

    private Mac macOf(NetNs ns, String link) {
        return lab.seen(ns).link(new LinkName(link)).orElseThrow().mac();
    }

    private static NextHop via(String gateway, String link) {
        return new NextHop.Via(Ip.parse(gateway), new LinkName(link));
    }

    private static KernelObject blackhole(NetNs ns, RuleSelector selector) {
        return new KernelObject.Rule(ns, 100, selector, new RuleAction.Blackhole(), 4);
    }
}
