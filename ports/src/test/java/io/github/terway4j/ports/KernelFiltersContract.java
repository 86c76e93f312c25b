package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.Band;
import io.github.terway4j.domain.datapath.FilterAction;
import io.github.terway4j.domain.datapath.FilterAction.PopTag;
import io.github.terway4j.domain.datapath.FilterAction.Prioritise;
import io.github.terway4j.domain.datapath.FilterAction.PushTag;
import io.github.terway4j.domain.datapath.FilterAction.RedirectIn;
import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.FilterMatch.From;
import io.github.terway4j.domain.datapath.FilterMatch.Tagged;
import io.github.terway4j.domain.datapath.FilterMatch.To;
import io.github.terway4j.domain.datapath.Hook;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.Shaper;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.QueueDiscipline;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.datapath.Tbf;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for filters on a link's hooks and for how packets wait there: each comes and goes alone, and does what it says. */
public interface KernelFiltersContract extends KernelBench {
    LinkName ENI = new LinkName("eth1");
    LinkName WIRES_END = new LinkName("node");
    Cidr POD_BLOCK = Cidr.parse("10.0.1.20/32");

    @Test
    default void a_filter_that_gives_packets_a_place_in_line_comes_and_goes() {
        needs(KernelFeature.SKBEDIT);
        var host = hostWithEni();
        for (var band : Band.values()) {
            comesAndGoes(filter(host, Hook.EGRESS, 1, new From(POD_BLOCK), new Prioritise(band)));
            comesAndGoes(filter(host, Hook.EGRESS, 2, new From(Cidr.parse("2001:db8::20/128")), new Prioritise(band)));
        }
    }

    @Test
    default void a_filter_on_tags_comes_and_goes() {
        needs(KernelFeature.VLAN_ACTION);
        var host = hostWithEni();
        comesAndGoes(filter(host, Hook.INGRESS, 20_000, new Tagged(), new PopTag()));
        comesAndGoes(filter(host, Hook.EGRESS, 50_001, new From(POD_BLOCK), new PushTag(new VlanId(4094))));
    }

    @Test
    default void a_filter_that_redirects_comes_and_goes_whatever_block_it_means() {
        needs(KernelFeature.SKBEDIT);
        needs(KernelFeature.MIRRED);
        var host = hostWithEni();
        made(pair(host, "ipvl_3", namespace("elsewhere"), "peer0"));
        var redirect = new RedirectIn(new LinkName("ipvl_3"));
        for (var block : List.of("10.96.0.0/12", "0.0.0.0/0", "169.254.20.10/32")) {
            comesAndGoes(filter(host, Hook.EGRESS, 40_000, new To(Cidr.parse(block)), redirect));
            comesAndGoes(filter(host, Hook.INGRESS, 40_000, new From(Cidr.parse(block)), redirect));
        }
        for (var block : List.of("fc00:10:96::/112", "::/0", "2001:db8::/33", "2001:db8::7/128", "2001:db8:7::/64")) {
            comesAndGoes(filter(host, Hook.EGRESS, 40_001, new To(Cidr.parse(block)), redirect));
            comesAndGoes(filter(host, Hook.EGRESS, 40_001, new From(Cidr.parse(block)), redirect));
        }
    }

    @Test
    default void removing_one_filter_leaves_those_beside_it() {
        needs(KernelFeature.VLAN_ACTION);
        var host = hostWithEni();
        var one = push(host, "10.0.1.20/32", 5);
        var other = push(host, "10.0.1.21/32", 6);
        var pop = filter(host, Hook.INGRESS, 20_000, new Tagged(), new PopTag());
        made(one, other, pop);
        removed(one);
        assertEquals(List.of(one), missing(one, other, pop));
        removed(push(host, "10.0.1.21/32", 7));
        assertEquals(List.of(one), missing(one, other, pop));
    }

    @Test
    default void a_filter_takes_the_place_of_what_did_something_else_with_the_same_packets() {
        needs(KernelFeature.VLAN_ACTION);
        var host = hostWithEni();
        var now = push(host, "10.0.1.20/32", 6);
        made(push(host, "10.0.1.20/32", 5), now, now);
        assertEquals(List.of(now), seen(host).filters());
    }

    @Test
    default void filters_of_two_families_do_not_share_a_priority() {
        needs(KernelFeature.VLAN_ACTION);
        var host = hostWithEni();
        made(push(host, "10.0.1.20/32", 5));
        var step = new KernelStep.Make(push(host, "2001:db8::20/128", 5));
        assertInstanceOf(KernelOutcome.Refused.class, apply(step));
    }

    @Test
    default void a_filter_whose_target_was_made_anew_is_missing_until_it_is_made_anew() {
        needs(KernelFeature.SKBEDIT);
        needs(KernelFeature.MIRRED);
        var host = hostWithEni();
        var target = pair(host, "ipvl_3", namespace("elsewhere"), "peer0");
        var filter = filter(
                host, Hook.EGRESS, 40_000, new To(Cidr.parse("10.96.0.0/12")), new RedirectIn(new LinkName("ipvl_3")));
        made(target, filter);
        removed(target);
        made(target);
        assertEquals(List.of(filter), missing(filter));
        made(filter);
        assertEquals(List.of(filter), seen(host).filters());
    }

    @Test
    default void nothing_waits_and_nothing_is_filtered_at_a_link_that_is_not_there() {
        var host = namespace("host");
        var filter = push(host, "10.0.1.20/32", 5);
        var queueing = new Queueing(host, ENI, QueueDiscipline.BANDS);
        for (var object : List.of(filter, queueing)) {
            assertInstanceOf(KernelOutcome.Refused.class, apply(new KernelStep.Make(object)));
            removed(object);
        }
    }

    @Test
    default void packets_wait_as_they_are_told_to() {
        needs(KernelFeature.PRIO);
        needs(KernelFeature.FQ);
        var host = hostWithEni();
        var bands = new Queueing(host, ENI, QueueDiscipline.BANDS);
        var fair = new Queueing(host, ENI, QueueDiscipline.FAIR);
        var shaper = new Shaper(host, ENI, Tbf.shaping(Rate.ofBitsPerSecond(1_000_000), new Mtu(1500)));
        comesAndGoes(bands);
        comesAndGoes(fair);
        made(bands, fair);
        assertEquals(List.of(bands), missing(bands, fair));
        made(shaper);
        assertEquals(List.of(fair), missing(fair, shaper));
        made(bands);
        removed(fair);
        assertEquals(List.of(shaper), missing(bands, shaper));
    }

    @Test
    default void what_pods_on_an_ipvlan_send_to_services_is_redirected_to_the_host() {
        needs(KernelFeature.IPVLAN);
        needs(KernelFeature.SKBEDIT);
        needs(KernelFeature.MIRRED);
        var host = hostWithEni();
        var pod = namespace("pod");
        var eth0 = new LinkName("eth0");
        var ipvl = new LinkName("ipvl_3");
        made(
                new IpvlanLink(host, ipvl, host, ENI, Arp.OFF, Ownership.NODE_ALIAS),
                new IpvlanLink(pod, eth0, host, ENI, Arp.ON, "terway4j:c0ffee/eth0"),
                new Address(vpc(), WIRES_END, InterfaceAddress.parse("10.0.1.253/24")),
                new LinkUp(vpc(), WIRES_END),
                new LinkUp(host, ENI),
                new Address(host, ipvl, InterfaceAddress.parse("10.96.0.10/32")),
                new LinkUp(host, ipvl),
                direct(host, "10.0.1.20/32", ipvl),
                new Address(pod, eth0, InterfaceAddress.parse("10.0.1.20/24")),
                new LinkUp(pod, eth0),
                new Route(
                        pod,
                        RouteTables.MAIN,
                        Cidr.parse("0.0.0.0/0"),
                        new NextHop.Via(Ip.parse("10.0.1.253"), eth0),
                        Ownership.PROTOCOL));
        assertReaches(pod, vpc(), "10.0.1.253");
        assertLoses(pod, host, "10.96.0.10");

        made(filter(host, Hook.EGRESS, 40_000, new To(Cidr.parse("10.96.0.0/12")), new RedirectIn(ipvl)));
        assertReaches(pod, host, "10.96.0.10");
        assertReaches(pod, vpc(), "10.0.1.253");
    }

    @Test
    default void a_pod_behind_a_trunk_talks_under_its_tag() {
        needs(KernelFeature.VLAN);
        needs(KernelFeature.VLAN_ACTION);
        var host = hostWithEni();
        var member = namespace("member");
        var eth0 = new LinkName("eth0");
        made(
                new VlanLink(member, eth0, vpc(), WIRES_END, new VlanId(5), ""),
                new LinkUp(vpc(), WIRES_END),
                new Address(member, eth0, InterfaceAddress.parse("10.0.1.253/24")),
                new LinkUp(member, eth0),
                new Neighbour(
                        member,
                        eth0,
                        Ip.parse("10.0.1.20"),
                        seen(host).link(ENI).orElseThrow().mac()),
                new Address(host, ENI, InterfaceAddress.parse("10.0.1.20/24")),
                new LinkUp(host, ENI),
                new Neighbour(
                        host,
                        ENI,
                        Ip.parse("10.0.1.253"),
                        seen(vpc()).link(WIRES_END).orElseThrow().mac()),
                new Sysctl(host, "net/ipv4/conf/eth1/rp_filter", "0"));
        assertLoses(host, member, "10.0.1.253");

        var push = push(host, "10.0.1.20/32", 5);
        made(push, filter(host, Hook.INGRESS, 20_000, new Tagged(), new PopTag()));
        assertReaches(host, member, "10.0.1.253");
        assertReaches(member, host, "10.0.1.20");

        made(push(host, "10.0.1.20/32", 6));
        assertLoses(host, member, "10.0.1.253");
    }

    private void comesAndGoes(KernelObject object) {
        assertEquals(List.of(object), missing(object), "before it was made");
        made(object, object);
        assertEquals(List.of(), missing(object), "after it was made");
        removed(object);
        assertEquals(List.of(object), missing(object), "after it was removed");
        removed(object);
    }

    private NetNs hostWithEni() {
        var host = namespace("host");
        made(pair(host, ENI.text(), namespace("vpc"), WIRES_END.text()));
        return host;
    }

    private NetNs vpc() {
        return namespaces().named(PREFIX + "vpc").getFirst();
    }

    private static Filter filter(NetNs host, Hook hook, int priority, FilterMatch match, FilterAction action) {
        return new Filter(host, ENI, hook, priority, match, action);
    }

    private static Filter push(NetNs host, String block, int tag) {
        return filter(host, Hook.EGRESS, 50_001, new From(Cidr.parse(block)), new PushTag(new VlanId(tag)));
    }

    private static Route direct(NetNs ns, String destination, LinkName link) {
        return new Route(ns, RouteTables.MAIN, Cidr.parse(destination), new NextHop.Direct(link), Ownership.PROTOCOL);
    }
}
