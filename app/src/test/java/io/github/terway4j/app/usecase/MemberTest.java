package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.datapath.VlanStripType;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node whose pods may have an ENI each behind its trunk, told apart by filters there or by devices of their own. */
class MemberTest {
    private static final LinkName ETH0 = new LinkName("eth0");

    static Bench atHand(VlanStripType type) {
        return Bench.ofMembers(2, type).passes(4).keepPool();
    }

    static PodNetwork attached(Bench bench, RunningPod pod) {
        return assertInstanceOf(AttachOutcome.Attached.class, bench.add(pod)).network();
    }

    /** ENIs of the node that ride on its trunk, or were made to. */
    static List<CloudEni> members(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().isMember())
                .toList();
    }

    private static List<KernelObject.Filter> pushes(Bench bench) {
        return bench.seen(bench.host).filters().stream()
                .filter(filter -> filter.priority() > 50_000)
                .toList();
    }

    /** Nothing is left of any pod; members go some time later. */
    static void none(Bench bench, String when) {
        assertEquals(List.of(), bench.machine.kernel().beyond(bench.host).orElseThrow(), when);
        assertEquals(List.of(), pushes(bench), when);
        assertEquals(List.of(), bench.disk.leases(), when);
        assertEquals(List.of(), Traces.rules(bench), when);
        assertEquals(List.of(), Traces.links(bench), when);
    }

    private static void loseLedger(Bench bench) {
        var lost = new SimulatedLeaseLedger(bench.disk, WayToDisk.direct());
        bench.disk.leases().stream().map(Lease::key).forEach(lost::forget);
        bench.restart();
    }

    private static void reach(Bench bench, RunningPod from, RunningPod to, PodNetwork there) {
        for (var ip : there.addresses().map(InterfaceAddress::ip).all()) {
            assertEquals(
                    new TrafficOutcome.Arrived(),
                    bench.machine.traffic().exchange(bench.netns(from), bench.netns(to), ip, 1),
                    () -> "from %s to %s".formatted(from.pod(), ip));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pod_that_asks_for_a_member_gets_one_of_its_own(VlanStripType type) {
        try (var bench = atHand(type)) {
            var network = attached(bench, bench.member("web"));
            var member = members(bench).getFirst();
            assertEquals(member.id(), network.eni());
            assertEquals(EniKind.MEMBER, member.eni().kind());
            assertEquals(
                    member.eni().addresses(),
                    network.addresses().map(InterfaceAddress::ip).all());
            Traces.whole(bench, bench.member("web"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void members_and_pods_on_shared_enis_reach_each_other(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            var cache = bench.member("cache");
            var db = bench.pod("db");
            var toWeb = attached(bench, web);
            var toCache = attached(bench, cache);
            var toDb = attached(bench, db);
            reach(bench, web, cache, toCache);
            reach(bench, cache, web, toWeb);
            reach(bench, web, db, toDb);
            reach(bench, db, web, toWeb);
        }
    }

    @Test
    void what_filters_send_out_carries_the_members_tag_in_both_families() {
        try (var bench = atHand(VlanStripType.FILTER)) {
            attached(bench, bench.member("web"));
            assertEquals(2, pushes(bench).size());
            assertTrue(Traces.links(bench).size() == 1, "a veth pair on the host");
        }
    }

    @Test
    void a_vlan_device_stands_in_the_pod_and_nothing_of_it_on_the_host() {
        try (var bench = atHand(VlanStripType.VLAN)) {
            var network = attached(bench, bench.member("web"));
            var link = bench.seen(bench.netns(bench.member("web"))).link(ETH0).orElseThrow();
            assertInstanceOf(Footing.Vlan.class, link.footing());
            assertEquals(link.mac(), network.podMac());
            assertFalse(network.endsOnHost());
            assertEquals(List.of(), Traces.links(bench));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_del_leaves_nothing_and_the_member_goes_in_the_end_while_the_trunk_stays(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            attached(bench, web);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
            bench.cluster.stop(web.pod());
            bench.run(Duration.ofMinutes(10));
            assertEquals(List.of(), members(bench));
            assertTrue(bench.atTheCloud.enis().stream()
                    .anyMatch(eni -> eni.eni().kind() == EniKind.TRUNK && eni.status() == EniStatus.IN_USE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_more_pod_than_members_is_told_so(VlanStripType type) {
        try (var bench = atHand(type)) {
            attached(bench, bench.member("a"));
            attached(bench, bench.member("b"));
            var refused = assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(bench.member("c")));
            assertTrue(
                    refused.why().words().contains("all 2 ENIs that can ride on the trunk are taken"),
                    () -> "" + refused);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_member_serves_nobody_who_did_not_ask_for_one(VlanStripType type) {
        try (var bench = atHand(type)) {
            var member = attached(bench, bench.member("web")).eni();
            bench.del(bench.member("web"));
            for (int i = 0; i < 6; i++) {
                assertFalse(attached(bench, bench.pod("pod" + i)).eni().equals(member));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_removed_is_missed(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            attached(bench, web);
            var lost = type == VlanStripType.FILTER
                    ? (KernelObject) pushes(bench).getFirst()
                    : bench.seen(bench.netns(web)).routes().getFirst();
            bench.machine.kernel().apply(List.of(new KernelStep.Remove(lost)));
            assertInstanceOf(CheckOutcome.Missing.class, Traces.check(bench, web));
            attached(bench, web);
            Traces.whole(bench, web);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_agent_that_begins_anew_knows_them(VlanStripType type) {
        try (var bench = atHand(type)) {
            var network = attached(bench, bench.member("web"));
            bench.restart();
            bench.passes(1);
            Traces.whole(bench, bench.member("web"));
            assertEquals(network, attached(bench, bench.member("web")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_ledger_is_made_up_for_by_what_stands(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            var network = attached(bench, web);
            loseLedger(bench);
            bench.passes(2);
            SlaveTest.sweep(bench);
            assertEquals(1, bench.disk.leases().size());
            assertEquals(
                    type.datapath(),
                    bench.disk.leases().stream().findFirst().orElseThrow().datapath());
            Traces.whole(bench, web);
            assertEquals(network, attached(bench, web));
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_del_of_what_no_ledger_remembers_removes_what_shows(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            attached(bench, web);
            loseLedger(bench);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pod_of_which_nobody_said_that_it_ended_gives_its_member_back(VlanStripType type) {
        try (var bench = atHand(type)) {
            var web = bench.member("web");
            attached(bench, web);
            bench.machine.namespaces().delete(bench.netns(web));
            bench.cluster.stop(web.pod());
            SlaveTest.sweep(bench);
            none(bench, "after two rounds");
            bench.run(Duration.ofMinutes(10));
            assertEquals(List.of(), members(bench));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_newer_sandbox_has_the_member_though_the_older_still_lives(VlanStripType type) {
        try (var bench = atHand(type)) {
            var older = bench.member("web");
            var before =
                    attached(bench, older).addresses().map(InterfaceAddress::ip).all();
            bench.netns(older);
            var newer = bench.cluster.renewSandbox(older.pod());
            List<Ip> after =
                    attached(bench, newer).addresses().map(InterfaceAddress::ip).all();
            assertEquals(before, after);
            assertEquals(new DetachOutcome.Detached(), bench.del(older));
            Traces.whole(bench, newer);
        }
    }

    @Test
    void a_pod_keeps_its_wiring_when_the_operator_chooses_anew() {
        try (var bench = atHand(VlanStripType.VLAN)) {
            var web = bench.member("web");
            attached(bench, web);
            bench.restart(NodeWiring.BY_VETH.with(VlanStripType.FILTER));
            bench.passes(2);
            Traces.whole(bench, web);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
        }
    }

    @Test
    void members_are_given_back_when_nobody_wants_a_trunk_any_more() {
        try (var bench = atHand(VlanStripType.FILTER)) {
            var web = bench.member("web");
            attached(bench, web);
            bench.restartWithoutTrunk();
            bench.passes(2);
            Traces.whole(bench, web);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            bench.cluster.stop(web.pod());
            bench.keepPool().run(Duration.ofMinutes(10));
            assertEquals(List.of(), members(bench));
        }
    }
}
