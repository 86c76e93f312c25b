package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.HOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymmetricRoutingPlanTest {
    private static final List<IpFamily> BOTH = List.of(IpFamily.V4, IpFamily.V6);
    private static final KernelObject.Route V4 = route(RouteTables.MAIN, "0.0.0.0/0", "10.0.0.253", 3);
    private static final KernelObject.Route V6 = route(RouteTables.MAIN, "::/0", "fe80::253", 9);
    private static final SymmetricRouting USUAL = SymmetricRouting.USUAL;

    @Test
    void what_is_marked_finds_the_gateway_of_the_nodes_own_link() {
        var words = USUAL.plan(host(List.of(V4, V6), List.of()), BOTH).wanted().stream()
                .map(KernelObject::words)
                .toList();
        assertEquals(
                List.of(
                        "route 0.0.0.0/0 via 10.0.0.253 dev eth0 onlink table 100",
                        "rule 600: from all fwmark 0x10/0x10 lookup 100",
                        "route ::/0 via fe80::253 dev eth0 onlink table 100",
                        "rule 600: from all fwmark 0x10/0x10 lookup 100"),
                words);
    }

    @Test
    void a_family_without_a_default_route_is_left_out_and_without_any_it_cannot_be() {
        assertEquals(2, USUAL.plan(host(List.of(V4), List.of()), BOTH).wanted().size());
        assertEquals(Optional.empty(), USUAL.objection(host(List.of(V4), List.of()), BOTH));
        assertEquals(
                Optional.of("the main table has no default route by eth0"),
                USUAL.objection(host(List.of(), List.of()), BOTH));
    }

    @Test
    void a_table_in_which_others_have_routes_is_theirs() {
        var theirs = route(100, "192.0.2.0/24", "10.0.0.1", 3);
        assertEquals(
                Optional.of("table 100 is somebody else's: it has route 192.0.2.0/24 via 10.0.0.1 dev eth0 onlink table"
                        + " 100"),
                USUAL.objection(host(List.of(V4, theirs), List.of()), BOTH));
    }

    @Test
    void what_is_ours_goes_and_nothing_of_others_whatever_it_was_configured_to_be() {
        var before = new SymmetricRouting(new LinkName("eth0"), new Mark(1, 1), 77, 700)
                .plan(host(List.of(V4), List.of()), BOTH);
        var ours = before.wanted();
        var theirs = new KernelObject.Rule(
                HOST, 601, RuleSelector.all(IpFamily.V4).marked(new Mark(2, 2)), new RuleAction.Lookup(77), 3);
        var rules = List.of((KernelObject.Rule) ours.get(1), theirs);
        var host = host(List.of(V4, (KernelObject.Route) ours.get(0)), rules);
        assertEquals(
                List.of(new KernelStep.Remove(ours.get(1)), new KernelStep.Remove(ours.get(0))),
                SymmetricRouting.withdrawal(host, new DatapathPlan(List.of())));
        assertEquals(List.of(), SymmetricRouting.withdrawal(host, before));
    }

    @Test
    void numbers_that_would_break_pods_are_refused() {
        var eth0 = new LinkName("eth0");
        var mark = new Mark(0x10, 0x10);
        assertThrows(IllegalArgumentException.class, () -> new Mark(3, 1));
        assertThrows(IllegalArgumentException.class, () -> new SymmetricRouting(eth0, mark, 100, 512));
        assertThrows(IllegalArgumentException.class, () -> new SymmetricRouting(eth0, mark, 100, 2048));
        assertThrows(IllegalArgumentException.class, () -> new SymmetricRouting(eth0, mark, RouteTables.MAIN, 600));
    }

    private static KernelObject.Route route(int table, String to, String via, int protocol) {
        var hop = new NextHop.Via(Ip.parse(via), new LinkName("eth0"));
        return new KernelObject.Route(HOST, table, Cidr.parse(to), hop, protocol);
    }

    private static KernelState host(List<KernelObject.Route> routes, List<KernelObject.Rule> rules) {
        return new KernelState(HOST, List.of(), List.of(), routes, rules, List.of(), List.of(), Map.of());
    }
}
