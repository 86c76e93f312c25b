package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.datapath.KernelObject.Filter;
import io.github.terway4j.domain.datapath.KernelObject.IpvlanLink;
import io.github.terway4j.domain.datapath.KernelObject.MovedLink;
import io.github.terway4j.domain.datapath.KernelObject.Queueing;
import io.github.terway4j.domain.datapath.KernelObject.VlanLink;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.VlanId;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Links that come from elsewhere or stand on others, and what is said of them. */
final class StackedLinksTest {
    private static final NetNs HOST = new NetNs("/proc/self/ns/net");
    private static final NetNs POD = new NetNs("/run/netns/web");
    private static final LinkName ETH0 = new LinkName("eth0");
    private static final LinkName ETH1 = new LinkName("eth1");
    private static final Mac ENI_MAC = Mac.parse("00:16:3e:00:00:01");
    private static final AttachmentKey KEY = new AttachmentKey("c0ffee", ETH0);
    private static final String ALIAS = Ownership.alias(KEY);
    private static final MovedLink MOVED = new MovedLink(POD, ETH0, ENI_MAC, HOST, ETH1, KEY);
    private static final IpvlanLink SLAVE = new IpvlanLink(POD, ETH0, HOST, ETH1, Arp.ON, ALIAS);
    private static final VlanLink VLAN = new VlanLink(POD, ETH0, HOST, ETH1, new VlanId(5), ALIAS);
    private static final Link ENI = new Link(3, ETH1, "", ENI_MAC, 1500, true, "", 0);

    @Test
    void the_mark_of_a_moved_link_tells_for_whom_it_left_and_what_it_was_called() {
        assertEquals("terway4j:c0ffee/eth0 from eth1", MOVED.wayHome().alias());
        assertEquals(
                Optional.of(MOVED.wayHome()), Ownership.moved(MOVED.wayHome().alias()));
        assertEquals(Optional.empty(), Ownership.attachment(MOVED.wayHome().alias()));
        for (var other : List.of("", ALIAS, "terway4j", "greetings from home", ALIAS + " from ", ALIAS + " from a/b")) {
            assertEquals(Optional.empty(), Ownership.moved(other), other);
        }
    }

    @Test
    void a_link_is_called_at_home_what_its_mark_says() {
        assertEquals(ETH1, ENI.homeName());
        assertEquals(ETH1, marked("dev7", ENI_MAC).homeName());
    }

    @Test
    void a_link_has_moved_if_it_has_the_name_the_address_and_the_mark() {
        assertEquals(List.of(), missing(MOVED, marked("eth0", ENI_MAC)));
        assertEquals(List.of(MOVED), missing(MOVED, marked("eth1", ENI_MAC)));
        assertEquals(List.of(MOVED), missing(MOVED, marked("eth0", Mac.local(7))));
        assertEquals(List.of(MOVED), missing(MOVED, new Link(3, ETH0, "", ENI_MAC, 1500, true, "", 0)));
    }

    @Test
    void a_slave_is_there_if_it_stands_on_its_parent_in_the_wanted_way() {
        assertEquals(List.of(), missing(SLAVE, on(new Footing.Ipvlan(3, IpvlanMode.L2, Arp.ON), ALIAS)));
        assertEquals(List.of(SLAVE), missing(SLAVE, on(new Footing.Ipvlan(4, IpvlanMode.L2, Arp.ON), ALIAS)));
        assertEquals(List.of(SLAVE), missing(SLAVE, on(new Footing.Ipvlan(3, IpvlanMode.L3, Arp.ON), ALIAS)));
        assertEquals(List.of(SLAVE), missing(SLAVE, on(new Footing.Ipvlan(3, IpvlanMode.L2, Arp.OFF), ALIAS)));
        assertEquals(List.of(SLAVE), missing(SLAVE, on(new Footing.Ipvlan(3, IpvlanMode.L2, Arp.ON), "")));
        assertEquals(List.of(SLAVE), missing(SLAVE, on(new Footing.Itself(), ALIAS)));
    }

    @Test
    void a_vlan_is_there_if_it_stands_on_its_parent_with_its_tag() {
        assertEquals(List.of(), missing(VLAN, on(new Footing.Vlan(3, new VlanId(5)), ALIAS)));
        assertEquals(List.of(VLAN), missing(VLAN, on(new Footing.Vlan(4, new VlanId(5)), ALIAS)));
        assertEquals(List.of(VLAN), missing(VLAN, on(new Footing.Vlan(3, new VlanId(6)), ALIAS)));
        assertEquals(List.of(VLAN), missing(VLAN, on(new Footing.Vlan(3, new VlanId(5)), "somebody else's")));
    }

    @Test
    void filters_and_queues_are_there_if_they_are_just_so() {
        var filter = new Filter(
                HOST,
                ETH1,
                Hook.EGRESS,
                50001,
                new FilterMatch.From(Cidr.parse("10.0.1.20/32")),
                new FilterAction.PushTag(new VlanId(5)));
        var queueing = new Queueing(HOST, ETH1, QueueDiscipline.BANDS);
        var plan = new DatapathPlan(List.of(filter, queueing));
        assertEquals(List.of(), KernelDiff.between(plan, FullKernel.of(plan)).missing());
        for (var object : plan.wanted()) {
            assertEquals(
                    List.of(object),
                    KernelDiff.between(plan, FullKernel.without(plan, object)).missing());
        }
        assertEquals(List.of(new KernelStep.Remove(queueing), new KernelStep.Remove(filter)), plan.undo());
    }

    @Test
    void hardware_that_came_back_marked_is_restored_for_the_attachment_that_it_was_lent_to() {
        var host = state(HOST, marked("dev7", ENI_MAC));
        assertEquals(List.of(KEY), Leftovers.attachments(host));
        assertEquals(List.of(), Leftovers.found(host));
        assertEquals(List.of(new KernelStep.Restore(HOST, ENI_MAC, MOVED.wayHome())), Leftovers.of(host, KEY));
        assertEquals(List.of(), Leftovers.of(host, new AttachmentKey("decaf", ETH0)));
    }

    @Test
    void a_plan_with_such_links_speaks_of_both_their_namespaces_and_can_be_undone() {
        for (var link : List.of(MOVED, SLAVE, VLAN)) {
            var plan = new DatapathPlan(List.of(link));
            assertEquals(List.of(HOST, POD), plan.namespaces());
            assertEquals(List.of(new KernelStep.Remove(link)), plan.undo());
        }
    }

    @Test
    void what_cannot_be_a_vlan_or_a_priority_is_none() {
        assertThrows(IllegalArgumentException.class, () -> new VlanId(0));
        assertThrows(IllegalArgumentException.class, () -> new VlanId(4095));
        for (int priority : List.of(0, 65536)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Filter(
                            HOST, ETH1, Hook.INGRESS, priority, new FilterMatch.Tagged(), new FilterAction.PopTag()));
        }
    }

    private static Link marked(String name, Mac mac) {
        return new Link(
                3, new LinkName(name), "", mac, 1500, false, MOVED.wayHome().alias(), 0);
    }

    private static Link on(Footing footing, String alias) {
        return new Link(2, ETH0, "any", ENI_MAC, 1500, true, alias, 0, footing);
    }

    private static List<KernelObject> missing(KernelObject wanted, Link inPod) {
        var seen = new TreeMap<NetNs, KernelState>(Map.of(HOST, state(HOST, ENI), POD, state(POD, inPod)));
        return KernelDiff.between(new DatapathPlan(List.of(wanted)), seen).missing();
    }

    private static KernelState state(NetNs ns, Link link) {
        return new KernelState(ns, List.of(link), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }
}
