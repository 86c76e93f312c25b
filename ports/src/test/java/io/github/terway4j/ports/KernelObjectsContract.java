package io.github.terway4j.ports;

import static io.github.terway4j.domain.datapath.Ownership.PROTOCOL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Rule;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Mark;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for each kind of thing alone: it can be made, is then seen, can be removed, and is then gone. */
public interface KernelObjectsContract extends KernelBench {
    LinkName ETH0 = new LinkName("eth0");
    int OWN_TABLE = 1007;

    @Test
    default void an_address_comes_and_goes() {
        var ns = namespaceWithLink();
        comesAndGoes(new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/32")));
        comesAndGoes(new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/24")));
        comesAndGoes(new Address(ns, ETH0, InterfaceAddress.parse("2001:db8:1::20/128")));
        comesAndGoes(new Address(ns, ETH0, InterfaceAddress.parse("2001:db8:1::20/64")));
    }

    @Test
    default void a_route_comes_and_goes_whatever_its_table_and_next_hop() {
        var ns = namespaceWithLinkUp();
        for (int table : List.of(RouteTables.MAIN, OWN_TABLE)) {
            for (var hop : hops("10.0.1.253")) {
                comesAndGoes(new Route(ns, table, Cidr.parse("0.0.0.0/0"), hop, PROTOCOL));
                comesAndGoes(new Route(ns, table, Cidr.parse("10.7.0.0/16"), hop, PROTOCOL));
                comesAndGoes(new Route(ns, table, Cidr.parse("10.7.0.1/32"), hop, PROTOCOL));
            }
            for (var hop : hops("fe80::253")) {
                comesAndGoes(new Route(ns, table, Cidr.parse("::/0"), hop, PROTOCOL));
                comesAndGoes(new Route(ns, table, Cidr.parse("2001:db8:7::/48"), hop, PROTOCOL));
                comesAndGoes(new Route(ns, table, Cidr.parse("2001:db8:7::1/128"), hop, PROTOCOL));
            }
        }
    }

    @Test
    default void a_route_to_another_next_hop_takes_the_place_of_the_old_one() {
        var ns = namespaceWithLinkUp();
        for (var destination : List.of(Cidr.parse("10.7.0.0/16"), Cidr.parse("2001:db8:7::/48"))) {
            var gateway = destination.family() == IpFamily.V4 ? "10.0.1.253" : "fe80::253";
            for (var first : hops(gateway)) {
                for (var second : hops(gateway)) {
                    made(new Route(ns, OWN_TABLE, destination, first, PROTOCOL));
                    var wanted = new Route(ns, OWN_TABLE, destination, second, PROTOCOL);
                    made(wanted);
                    assertEquals(List.of(wanted), routesTo(destination, ns));
                    removed(wanted);
                    assertEquals(List.of(), routesTo(destination, ns));
                }
            }
        }
    }

    @Test
    default void a_route_does_not_take_the_place_of_the_kernels_own() {
        var ns = namespaceWithLinkUp();
        made(new Address(ns, ETH0, InterfaceAddress.parse("10.7.0.1/16")));
        var step = new KernelStep.Make(
                new Route(ns, RouteTables.MAIN, Cidr.parse("10.7.0.0/16"), new NextHop.Blackhole(), PROTOCOL));
        var refusal = assertInstanceOf(KernelOutcome.Refused.class, apply(step));
        assertEquals(step, refusal.step());
    }

    @Test
    default void removing_a_route_leaves_the_one_that_took_its_place() {
        var ns = namespaceWithLinkUp();
        var destination = Cidr.parse("10.7.0.0/16");
        var there = new Route(ns, OWN_TABLE, destination, new NextHop.Direct(ETH0), PROTOCOL);
        made(there);
        removed(new Route(ns, OWN_TABLE, destination, new NextHop.Blackhole(), PROTOCOL));
        assertEquals(List.of(there), routesTo(destination, ns));
    }

    @Test
    default void a_rule_comes_and_goes_whatever_it_selects_and_does() {
        var ns = namespaceWithLink();
        for (var cidr : List.of(Cidr.parse("10.0.1.20/32"), Cidr.parse("2001:db8:1::/64"))) {
            for (var selector : selectors(cidr)) {
                comesAndGoes(new Rule(ns, 512, selector, new RuleAction.Lookup(RouteTables.MAIN), PROTOCOL));
                comesAndGoes(new Rule(ns, 2048, selector, new RuleAction.Lookup(OWN_TABLE), PROTOCOL));
                comesAndGoes(new Rule(ns, 2048, selector, new RuleAction.Blackhole(), PROTOCOL));
            }
        }
    }

    @Test
    default void rules_of_one_priority_that_select_differently_stand_side_by_side() {
        var ns = namespaceWithLink();
        var rules = new ArrayList<KernelObject>();
        for (var cidr : List.of(Cidr.parse("10.0.1.20/32"), Cidr.parse("10.0.1.21/32"))) {
            for (var selector : selectors(cidr)) {
                rules.add(new Rule(ns, 512, selector, new RuleAction.Lookup(OWN_TABLE), PROTOCOL));
            }
        }
        made(rules.toArray(KernelObject[]::new));
        assertEquals(List.of(), missing(rules.toArray(KernelObject[]::new)));
        removed(rules.getFirst());
        assertEquals(List.of(rules.getFirst()), missing(rules.toArray(KernelObject[]::new)));
    }

    /** The kernel takes a rule for another that selects by something more, or that somebody else made. */
    @Test
    default void a_rule_is_made_beside_one_that_selects_by_more_and_beside_somebody_elses() {
        var ns = namespaceWithLink();
        var narrow = RuleSelector.from(Cidr.parse("10.0.1.20/32"));
        var wide = RuleSelector.all(IpFamily.V4);
        var action = new RuleAction.Lookup(OWN_TABLE);
        made(new Rule(ns, 512, narrow, action, PROTOCOL));
        made(new Rule(ns, 512, wide, action, PROTOCOL + 1));
        var ours = new Rule(ns, 512, wide, action, PROTOCOL);
        made(ours);
        made(ours);
        assertEquals(1, seen(ns).rules().stream().filter(ours::equals).count());
        assertEquals(3, seen(ns).rules().size());
    }

    @Test
    default void an_address_is_not_on_a_link_that_carries_no_ipv6() {
        var ns = namespaceWithLink();
        made(new LinkMtu(ns, ETH0, new Mtu(1000)));
        removed(new Address(ns, ETH0, InterfaceAddress.parse("2001:db8:1::20/64")));
    }

    @Test
    default void a_neighbour_comes_and_goes() {
        var ns = namespaceWithLink();
        comesAndGoes(new Neighbour(ns, ETH0, Ip.parse("169.254.1.1"), Mac.local(7)));
        comesAndGoes(new Neighbour(ns, ETH0, Ip.parse("fe80::1"), Mac.local(7)));
    }

    @Test
    default void a_neighbour_with_another_hardware_address_takes_the_place_of_the_old_one() {
        var ns = namespaceWithLink();
        var old = new Neighbour(ns, ETH0, Ip.parse("169.254.1.1"), Mac.local(7));
        var wanted = new Neighbour(ns, ETH0, Ip.parse("169.254.1.1"), Mac.local(8));
        made(old, wanted);
        assertEquals(List.of(wanted), seen(ns).neighbours());
    }

    @Test
    default void a_shaper_comes_and_goes_and_another_takes_its_place() {
        var ns = namespaceWithLink();
        var slow = new Shaper(ns, ETH0, Tbf.shaping(Rate.ofBitsPerSecond(1_000_000), new Mtu(1500)));
        var fast = new Shaper(ns, ETH0, Tbf.shaping(Rate.ofBitsPerSecond(2_000_000_000L), new Mtu(1500)));
        comesAndGoes(slow);
        comesAndGoes(fast);
        made(slow, fast);
        assertEquals(List.of(slow), missing(slow, fast));
        assertEquals(1, seen(ns).shapers().size());
    }

    @Test
    default void a_link_that_was_set_up_is_seen_up() {
        var ns = namespaceWithLink();
        var up = new LinkUp(ns, ETH0);
        assertEquals(List.of(up), missing(up));
        made(up, up);
        assertEquals(List.of(), missing(up));
    }

    @Test
    default void an_mtu_is_seen_and_stays_when_it_is_unmade() {
        var ns = namespaceWithLink();
        var mtu = new LinkMtu(ns, ETH0, new Mtu(1400));
        assertEquals(List.of(mtu), missing(mtu));
        made(mtu);
        assertEquals(List.of(), missing(mtu));
        removed(mtu);
        assertEquals(List.of(), missing(mtu));
    }

    @Test
    default void a_setting_is_seen_and_stays_when_it_is_unmade() {
        var ns = namespaceWithLink();
        var setting = new Sysctl(ns, "net/ipv4/conf/eth0/rp_filter", "2");
        assertEquals(List.of(setting), missing(setting));
        made(setting);
        assertEquals(List.of(), missing(setting));
        removed(setting);
        assertEquals(List.of(), missing(setting));
    }

    @Test
    default void only_the_settings_that_were_asked_for_and_exist_are_seen() {
        var ns = namespaceWithLink();
        made(new Sysctl(ns, "net/ipv4/conf/default/rp_filter", "2"));
        var seen = seen(ns, "net/ipv4/conf/default/rp_filter", "net/ipv4/conf/nowhere/rp_filter", "net/nothing");
        assertEquals(Map.of("net/ipv4/conf/default/rp_filter", "2"), seen.sysctls());
    }

    @Test
    default void a_setting_that_does_not_exist_cannot_be_made() {
        var ns = namespaceWithLink();
        var step = new KernelStep.Make(new Sysctl(ns, "net/ipv4/conf/nowhere/rp_filter", "2"));
        var refusal = assertInstanceOf(KernelOutcome.Refused.class, apply(step));
        assertEquals(step, refusal.step());
    }

    @Test
    default void nothing_can_be_made_on_a_link_that_is_not_there_and_nothing_needs_to_be_removed() {
        var ns = namespace("host");
        var nowhere = new LinkName("nowhere");
        List<KernelObject> objects = List.of(
                new LinkUp(ns, nowhere),
                new LinkMtu(ns, nowhere, new Mtu(1400)),
                new Address(ns, nowhere, InterfaceAddress.parse("10.0.1.20/32")),
                new Route(ns, OWN_TABLE, Cidr.parse("10.7.0.0/16"), new NextHop.Direct(nowhere), PROTOCOL),
                new Neighbour(ns, nowhere, Ip.parse("10.0.1.20"), Mac.local(7)),
                new Shaper(ns, nowhere, Tbf.shaping(Rate.ofBitsPerSecond(1_000_000), new Mtu(1500))));
        for (var object : objects) {
            var step = new KernelStep.Make(object);
            var refusal = assertInstanceOf(KernelOutcome.Refused.class, apply(step), object.words());
            assertEquals(step, refusal.step());
            removed(object);
        }
    }

    /** The kernel itself lists neighbours in the order of a hash that differs from boot to boot. */
    @Test
    default void what_is_seen_comes_in_the_same_order_in_whichever_order_it_was_made() {
        var forth = namespaceWithLinkUp();
        var back = namespaceWithLinkUp("other");
        for (int i = 0; i < 40; i++) {
            made(numbered(forth, i).toArray(KernelObject[]::new));
            made(numbered(back, 39 - i).toArray(KernelObject[]::new));
        }
        var here = seen(forth);
        var there = seen(back);
        assertEquals(
                here.routes().stream().map(Route::destination).toList(),
                there.routes().stream().map(Route::destination).toList());
        assertEquals(
                here.rules().stream().map(Rule::priority).toList(),
                there.rules().stream().map(Rule::priority).toList());
        assertEquals(
                here.neighbours().stream().map(Neighbour::ip).toList(),
                there.neighbours().stream().map(Neighbour::ip).toList());
        assertEquals(here, seen(forth));
    }

    private void comesAndGoes(KernelObject object) {
        assertEquals(List.of(object), missing(object), "before it was made");
        made(object);
        assertEquals(List.of(), missing(object), "after it was made");
        made(object);
        assertEquals(List.of(), missing(object), "after it was made again");
        removed(object);
        assertEquals(List.of(object), missing(object), "after it was removed");
        removed(object);
    }

    private NetNs namespaceWithLink() {
        return namespaceWithLink("host");
    }

    private NetNs namespaceWithLink(String name) {
        var ns = namespace(name);
        made(ContractWorld.pair(ns, ETH0.text(), namespace(name + "-peer"), "peer0"));
        return ns;
    }

    private NetNs namespaceWithLinkUp() {
        return namespaceWithLinkUp("host");
    }

    /** With an address: before its first one an IPv4 stack takes no gateway for a neighbour. */
    private NetNs namespaceWithLinkUp(String name) {
        var ns = namespaceWithLink(name);
        made(new Address(ns, ETH0, InterfaceAddress.parse("10.0.1.20/32")), new LinkUp(ns, ETH0));
        return ns;
    }

    private List<Route> routesTo(Cidr destination, NetNs ns) {
        return seen(ns).routes().stream()
                .filter(route -> route.destination().equals(destination))
                .toList();
    }

    private static List<NextHop> hops(String gateway) {
        return List.of(new NextHop.Direct(ETH0), new NextHop.Via(Ip.parse(gateway), ETH0), new NextHop.Blackhole());
    }

    private static List<RuleSelector> selectors(Cidr cidr) {
        return List.of(
                RuleSelector.from(cidr),
                RuleSelector.to(cidr),
                RuleSelector.from(cidr).arrivingOn(ETH0),
                RuleSelector.to(cidr).arrivingOn(new LinkName("nowhere-yet")),
                RuleSelector.from(cidr).leavingBy(ETH0),
                RuleSelector.from(cidr).marked(new Mark(0x10, 0x30)),
                RuleSelector.all(cidr.family()).arrivingOn(ETH0).leavingBy(new LinkName("nowhere-yet")));
    }

    private static List<KernelObject> numbered(NetNs ns, int i) {
        var ip = Ip.parse("10.7.0.0").plus(i);
        return List.of(
                new Neighbour(ns, ETH0, ip, Mac.local(i)),
                new Route(ns, OWN_TABLE, Cidr.host(ip), new NextHop.Direct(ETH0), PROTOCOL),
                new Rule(ns, 1000 + i, RuleSelector.from(Cidr.host(ip)), new RuleAction.Lookup(OWN_TABLE), PROTOCOL));
    }
}
