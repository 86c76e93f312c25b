package io.github.terway4j.domain.datapath;

import static io.github.terway4j.domain.datapath.Wirings.POD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.BandwidthLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehindUsTest {
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final PodWiring WEB = Wirings.web(BandwidthLimit.NONE, "10.0.1.20");
    private static final KernelObject.Route DEFAULT =
            PodInterface.route(POD, Cidr.parse("0.0.0.0/0"), new NextHop.Via(Ip.parse("169.254.1.1"), ETH0));

    @Test
    void a_route_in_a_table_for_what_comes_from_the_pod_counts_as_one_in_the_main_table() {
        var seen = seen(1500, List.of(inTable(100, ETH0)), List.of(from("10.0.1.20/32", 100)));
        assertEquals(List.of(inTable(100, ETH0), DEFAULT), asWeLeftIt(seen).routes());
    }

    @Test
    void a_route_that_nothing_the_pod_sends_would_find_counts_for_nothing() {
        var stray = List.of(inTable(100, ETH0));
        assertEquals(stray, asWeLeftIt(seen(1500, stray, List.of())).routes());
        assertEquals(
                stray,
                asWeLeftIt(seen(1500, stray, List.of(from("10.0.1.20/32", 101))))
                        .routes());
        assertEquals(
                stray,
                asWeLeftIt(seen(1500, stray, List.of(from("10.0.1.21/32", 100))))
                        .routes());
    }

    @Test
    void a_route_by_another_interface_counts_for_nothing() {
        var other = List.of(inTable(100, new LinkName("net1")));
        assertEquals(
                other,
                asWeLeftIt(seen(1500, other, List.of(from("10.0.1.20/32", 100))))
                        .routes());
    }

    @Test
    void an_mtu_counts_as_ours_where_the_runtime_was_told_of_it() {
        var seen = seen(1400, List.of(), List.of());
        assertEquals(1500, mtu(BehindUs.asWeLeftIt(seen, WEB, Optional.of(new Mtu(1400)))));
        assertEquals(1400, mtu(BehindUs.asWeLeftIt(seen, WEB, Optional.of(new Mtu(1300)))));
        assertEquals(1400, mtu(asWeLeftIt(seen)));
    }

    private static int mtu(KernelState state) {
        return state.link(ETH0).orElseThrow().mtuBytes();
    }

    private static KernelState asWeLeftIt(KernelState seen) {
        return BehindUs.asWeLeftIt(seen, WEB, Optional.empty());
    }

    private static KernelObject.Route inTable(int table, LinkName link) {
        var hop = new NextHop.Via(Ip.parse("169.254.1.1"), link);
        return new KernelObject.Route(POD, table, Cidr.parse("0.0.0.0/0"), hop, 3);
    }

    private static KernelObject.Rule from(String cidr, int table) {
        return new KernelObject.Rule(POD, 32765, RuleSelector.from(Cidr.parse(cidr)), new RuleAction.Lookup(table), 0);
    }

    private static KernelState seen(int mtu, List<KernelObject.Route> routes, List<KernelObject.Rule> rules) {
        var link = new Link(2, ETH0, "veth", Mac.parse("02:00:00:00:00:02"), mtu, true, "", 0);
        return new KernelState(POD, List.of(link), List.of(), routes, rules, List.of(), List.of(), Map.of());
    }
}
