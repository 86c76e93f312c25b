package io.github.terway4j.ports;

import static io.github.terway4j.ports.ContractWorld.pair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Arp;
import io.github.terway4j.domain.datapath.FarMark;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.IpvlanMode;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelObject.Address;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.LinkMtu;
import io.github.terway4j.domain.datapath.KernelObject.LinkUp;
import io.github.terway4j.domain.datapath.KernelObject.Neighbour;
import io.github.terway4j.domain.datapath.KernelObject.Route;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NextHop;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RouteTables;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for links that stand on others, IPvlan slaves and VLANs: how they come and go, and whom they reach. */
public interface KernelStackedLinksContract extends KernelBench {
    LinkName PARENT = new LinkName("eth1");
    LinkName CHILD = new LinkName("eth0");
    String MINE = "terway4j:c0ffee/eth0";

    @Test
    default void a_slave_is_seen_on_its_parent() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var slave = slave(namespace("pod"), "eth0", host, Arp.ON, MINE);
        comesAndGoesOn(slave, new Footing.Ipvlan(parent(host).index(), IpvlanMode.L2, Arp.ON), "ipvlan");
    }

    @Test
    default void a_vlan_is_seen_on_its_parent() {
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        var vlan = vlan(namespace("pod"), "eth0", host, 5, MINE);
        comesAndGoesOn(vlan, new Footing.Vlan(parent(host).index(), new VlanId(5)), "vlan");
    }

    private void comesAndGoesOn(KernelObject child, Footing footing, String kind) {
        assertEquals(List.of(child), missing(child));
        made(child);
        made(child);
        assertEquals(List.of(), missing(child));
        var link = seen(child.ns()).link(CHILD).orElseThrow();
        assertEquals(
                List.of(footing, kind, MINE, false), List.of(link.footing(), link.kind(), link.alias(), link.up()));
        removed(child);
        assertEquals(List.of(child), missing(child));
        removed(child);
    }

    @Test
    default void a_slave_in_its_parents_own_namespace_may_ask_for_no_neighbours() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var silent = slave(host, "ipvl_3", host, Arp.OFF, Ownership.NODE_ALIAS);
        var asking = slave(host, "ipvl_3", host, Arp.ON, Ownership.NODE_ALIAS);
        made(silent, new LinkUp(host, silent.name()));
        assertEquals(List.of(asking), missing(silent, asking));
        made(asking);
        assertEquals(List.of(silent), missing(silent, asking));
    }

    @Test
    default void a_parent_with_slaves_is_still_known_by_its_address() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        made(slave(host, "ipvl_3", host, Arp.OFF, Ownership.NODE_ALIAS));
        var mac = parent(host).mac();
        assertEquals(PARENT, seen(host).link(mac).orElseThrow().name());
        assertEquals(mac, seen(host).link(new LinkName("ipvl_3")).orElseThrow().mac());
    }

    @Test
    default void a_slave_is_not_put_where_another_link_has_its_name() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var pod = namespace("pod");
        made(pair(pod, "eth0", namespace("elsewhere"), "peer0"));
        assertOccupied(slave(pod, "eth0", host, Arp.ON, MINE));
    }

    /** As on every node: its first link is called eth0, and so is a pod's. */
    @Test
    default void a_slave_may_be_called_as_a_neighbour_of_its_parent() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        made(pair(host, "eth0", namespace("elsewhere"), "peer0"));
        var pod = namespace("pod");
        made(slave(pod, "eth0", host, Arp.ON, MINE), slave(pod, "eth1", host, Arp.ON, MINE));
        assertEquals(List.of(), missing(slave(pod, "eth0", host, Arp.ON, MINE)));
        assertEquals(List.of(), missing(slave(pod, "eth1", host, Arp.ON, MINE)));
        assertEquals("veth", seen(host).link(CHILD).orElseThrow().kind());
    }

    @Test
    default void a_vlan_may_be_called_as_a_neighbour_of_its_parent() {
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        made(pair(host, "eth0", namespace("elsewhere"), "peer0"));
        var pod = namespace("pod");
        made(vlan(pod, "eth0", host, 5, MINE), vlan(pod, "eth1", host, 6, MINE));
        assertEquals(List.of(), missing(vlan(pod, "eth0", host, 5, MINE)));
        assertEquals(List.of(), missing(vlan(pod, "eth1", host, 6, MINE)));
        assertEquals("veth", seen(host).link(CHILD).orElseThrow().kind());
    }

    @Test
    default void a_tag_that_the_parent_has_elsewhere_is_not_given_again() {
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        made(vlan(namespace("pod"), "eth0", host, 5, MINE));
        assertOccupied(vlan(namespace("other"), "eth0", host, 5, "terway4j:decaf/eth0"));
        made(vlan(namespace("third"), "eth0", host, 6, "terway4j:facade/eth0"));
    }

    @Test
    default void removing_a_slave_leaves_one_with_another_mark_alone() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var pod = namespace("pod");
        var theirs = slave(pod, "eth0", host, Arp.ON, "terway4j:decaf/eth0");
        made(theirs);
        removed(slave(pod, "eth0", host, Arp.ON, MINE));
        assertEquals(List.of(), missing(theirs));
    }

    @Test
    default void links_that_pods_have_of_a_parent_are_found_from_the_parents_namespace_and_no_others() {
        needs(KernelFeature.IPVLAN);
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        assertEquals(Optional.of(List.of()), kernel().beyond(host));
        var one = slave(
                namespace("one"), "eth0", host, Arp.ON, mark("one", "10.0.1.20").alias());
        var other = vlan(
                namespace("other"), "eth0", host, 5, mark("other", "10.0.1.21").alias());
        var theirs = slave(namespace("third"), "eth0", host, Arp.ON, "somebody else's");
        made(one, other, theirs, slave(host, "ipvl_3", host, Arp.OFF, Ownership.NODE_ALIAS));
        made(pair(
                host,
                "cali0",
                namespace("fourth"),
                "eth0",
                mark("fourth", "10.0.1.22").alias()));
        assertEquals(List.of(one.alias(), other.alias()), beyond(host));
        assertEquals(
                new Footing.Vlan(parent(host).index(), new VlanId(5)),
                kernel().beyond(host).orElseThrow().getLast().footing());
        namespaces().delete(one.ns());
        eventually(() -> beyond(host).equals(List.of(other.alias())));
    }

    @Test
    default void a_link_in_a_pod_is_withdrawn_by_its_attachment() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var one = slave(
                namespace("one"), "eth0", host, Arp.ON, mark("one", "10.0.1.20").alias());
        var other = slave(
                namespace("other"),
                "eth0",
                host,
                Arp.ON,
                mark("other", "10.0.1.21").alias());
        made(one, other);
        for (int i = 0; i < 2; i++) {
            done(List.of(new KernelStep.Withdraw(host, mark("one").key())));
            assertEquals(List.of(other.alias()), beyond(host));
            assertEquals(List.of("lo"), names(one.ns()));
        }
        made(one);
        assertEquals(List.of(one.alias(), other.alias()), beyond(host));
    }

    @Test
    default void nothing_is_beyond_a_namespace_that_is_not_there() {
        assertEquals(Optional.empty(), kernel().beyond(new NetNs("/nowhere")));
        done(List.of(new KernelStep.Withdraw(new NetNs("/nowhere"), mark("one").key())));
    }

    @Test
    default void a_kernel_says_whether_it_knows_slaves() {
        needs(KernelFeature.IPVLAN);
        assertTrue(kernel().knows(LinkKind.IPVLAN, namespace("host")));
        assertEquals(List.of("lo"), names(namespace("other")));
    }

    @Test
    default void a_kernel_says_whether_it_knows_tags() {
        needs(KernelFeature.VLAN_ACTION);
        assertTrue(kernel().knowsTags(namespace("host")));
    }

    private static FarMark mark(String container, String... ips) {
        var key = new AttachmentKey(container, CHILD);
        return new FarMark(
                key,
                new LinkName("cali0123456789a"),
                Stream.of(ips).map(Ip::parse).toList());
    }

    private List<String> beyond(NetNs host) {
        return kernel().beyond(host).orElseThrow().stream().map(Link::alias).toList();
    }

    @Test
    default void what_stands_on_a_link_goes_with_it() {
        needs(KernelFeature.IPVLAN);
        var host = namespace("host");
        var pair = pair(host, "eth1", namespace("vpc"), "node", MINE);
        var slave = slave(namespace("pod"), "eth0", host, Arp.ON, MINE);
        made(pair, slave);
        removed(pair);
        assertEquals(List.of("lo"), names(slave.ns()));
    }

    @Test
    default void a_parent_outlives_what_stands_on_it() {
        needs(KernelFeature.IPVLAN);
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        var vlan = vlan(namespace("pod"), "eth0", host, 5, MINE);
        made(vlan);
        namespaces().delete(vlan.ns());
        var next = vlan(namespace("next"), "eth0", host, 5, "terway4j:decaf/eth0");
        eventually(() -> apply(new KernelStep.Make(next)) instanceof KernelOutcome.Applied);
        assertEquals(List.of(), missing(next));
    }

    @Test
    default void nothing_stands_on_a_parent_that_is_not_there() {
        var host = namespace("host");
        var step = new KernelStep.Make(slave(namespace("pod"), "eth0", host, Arp.ON, MINE));
        assertEquals(
                step, assertInstanceOf(KernelOutcome.Refused.class, apply(step)).step());
        removed(step.object());
    }

    @Test
    default void a_vlan_is_no_wider_than_its_parent_and_not_up_without_it() {
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        var vlan = vlan(namespace("pod"), "eth0", host, 5, MINE);
        made(vlan);
        assertInstanceOf(KernelOutcome.Refused.class, apply(new KernelStep.Make(new LinkUp(vlan.ns(), CHILD))));
        assertInstanceOf(
                KernelOutcome.Refused.class, apply(new KernelStep.Make(new LinkMtu(vlan.ns(), CHILD, new Mtu(1501)))));
        made(new LinkUp(host, PARENT), new LinkUp(vlan.ns(), CHILD));
        made(new LinkMtu(host, PARENT, new Mtu(1400)));
        assertEquals(1400, seen(vlan.ns()).link(CHILD).orElseThrow().mtuBytes());
    }

    @Test
    default void an_address_is_on_one_slave_of_a_parent_alone() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var one = slave(namespace("one"), "eth0", host, Arp.ON, MINE);
        var other = slave(namespace("other"), "eth0", host, Arp.ON, "terway4j:decaf/eth0");
        var address = InterfaceAddress.parse("10.0.1.20/32");
        made(one, other, new Address(one.ns(), CHILD, address));
        var step = new KernelStep.Make(new Address(other.ns(), CHILD, address));
        assertInstanceOf(KernelOutcome.Refused.class, apply(step));
    }

    @Test
    default void slaves_reach_each_other_and_the_wire_but_not_the_host_of_their_parent() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var outside = namespaces().named(PREFIX + "vpc").getFirst();
        var one = slave(namespace("one"), "eth0", host, Arp.ON, MINE);
        var other = slave(namespace("other"), "eth0", host, Arp.ON, "terway4j:decaf/eth0");
        made(one, other);
        attached(host, PARENT, "10.0.1.10/24");
        attached(outside, new LinkName("node"), "10.0.1.253/24");
        attached(one.ns(), CHILD, "10.0.1.20/24");
        attached(other.ns(), CHILD, "10.0.1.21/24");

        assertReaches(one.ns(), other.ns(), "10.0.1.21");
        assertReaches(one.ns(), outside, "10.0.1.253");
        assertReaches(outside, other.ns(), "10.0.1.21");
        assertReaches(host, outside, "10.0.1.253");
        assertLoses(host, one.ns(), "10.0.1.20");
        assertLoses(one.ns(), host, "10.0.1.10");
    }

    @Test
    default void a_host_reaches_slaves_by_one_of_its_own() {
        needs(KernelFeature.IPVLAN);
        var host = hostWithParent();
        var pod = slave(namespace("pod"), "eth0", host, Arp.ON, MINE);
        var ipvl = new LinkName("ipvl_3");
        made(pod, slave(host, ipvl.text(), host, Arp.OFF, Ownership.NODE_ALIAS), new LinkUp(host, PARENT));
        // Without a carrier below it, a slave has none.
        made(new LinkUp(namespaces().named(PREFIX + "vpc").getFirst(), new LinkName("node")));
        attached(host, ipvl, "10.0.0.10/32");
        attached(pod.ns(), CHILD, "10.0.1.20/32");
        made(direct(host, "10.0.1.20/32", ipvl), direct(pod.ns(), "10.0.0.10/32", CHILD));
        assertLoses(host, pod.ns(), "10.0.1.20");

        made(new Neighbour(pod.ns(), CHILD, Ip.parse("10.0.0.10"), parent(host).mac()));
        assertReaches(host, pod.ns(), "10.0.1.20");
        assertReaches(pod.ns(), host, "10.0.0.10");
    }

    @Test
    default void what_carries_a_tag_reaches_only_what_takes_that_tag() {
        needs(KernelFeature.VLAN);
        var host = hostWithParent();
        var outside = namespaces().named(PREFIX + "vpc").getFirst();
        var five = vlan(namespace("five"), "eth0", host, 5, MINE);
        var six = vlan(namespace("six"), "eth0", host, 6, "terway4j:decaf/eth0");
        var outsideFive = new VlanLink(namespace("member"), CHILD, outside, new LinkName("node"), new VlanId(5), "");
        made(five, six, outsideFive, new LinkUp(host, PARENT), new LinkUp(outside, new LinkName("node")));
        attached(five.ns(), CHILD, "10.0.1.20/24");
        attached(six.ns(), CHILD, "10.0.1.21/24");
        attached(host, PARENT, "10.0.1.22/24");
        attached(outsideFive.ns(), CHILD, "10.0.1.253/24");

        assertReaches(five.ns(), outsideFive.ns(), "10.0.1.253");
        assertReaches(outsideFive.ns(), five.ns(), "10.0.1.20");
        assertLoses(six.ns(), outsideFive.ns(), "10.0.1.253");
        assertLoses(host, outsideFive.ns(), "10.0.1.253");
    }

    private void attached(NetNs ns, LinkName link, String address) {
        made(new Address(ns, link, InterfaceAddress.parse(address)), new LinkUp(ns, link));
    }

    private NetNs hostWithParent() {
        var host = namespace("host");
        made(pair(host, PARENT.text(), namespace("vpc"), "node"));
        return host;
    }

    private Link parent(NetNs host) {
        return seen(host).link(PARENT).orElseThrow();
    }

    private void assertOccupied(KernelObject wanted) {
        var step = new KernelStep.Make(wanted);
        assertEquals(
                step,
                assertInstanceOf(KernelOutcome.Occupied.class, apply(step)).step());
    }

    private List<String> names(NetNs ns) {
        var names = new ArrayList<String>();
        seen(ns).links().forEach(link -> names.add(link.name().text()));
        return names;
    }

    private static Route direct(NetNs ns, String destination, LinkName link) {
        return new Route(ns, RouteTables.MAIN, Cidr.parse(destination), new NextHop.Direct(link), Ownership.PROTOCOL);
    }

    private static IpvlanLink slave(NetNs ns, String name, NetNs host, Arp arp, String alias) {
        return new IpvlanLink(ns, new LinkName(name), host, PARENT, arp, alias);
    }

    private static VlanLink vlan(NetNs ns, String name, NetNs host, int id, String alias) {
        return new VlanLink(ns, new LinkName(name), host, PARENT, new VlanId(id), alias);
    }
}
