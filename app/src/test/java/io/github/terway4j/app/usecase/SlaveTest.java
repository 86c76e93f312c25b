package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.FilterMatch;
import io.github.terway4j.domain.datapath.Footing;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NodeWiring;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node whose pods are wired by IPvlan slaves of its ENI, of which only the pods' own namespaces show anything. */
class SlaveTest {
    private static final LinkName ETH0 = new LinkName("eth0");

    private static Bench atHand() {
        return Bench.ofSlaves(6, 2, 4).passes(3);
    }

    static void sweep(Bench bench) {
        for (int round = 0; round < 2; round++) {
            bench.ask("sweep", () -> {
                bench.agent.sweeper().round();
                return true;
            });
        }
    }

    /** Slaves of pods on the node's links, wherever they are. */
    static List<String> slaves(Bench bench) {
        return bench.machine.kernel().beyond(bench.host).orElseThrow().stream()
                .map(link -> link.alias().split(" ", 2)[0])
                .toList();
    }

    static void none(Bench bench, String when) {
        assertEquals(List.of(), slaves(bench), when);
        assertEquals(List.of(), bench.disk.leases(), when);
        assertEquals(List.of(), Traces.routes(bench), when);
    }

    private static void loseLedger(Bench bench) {
        var lost = new SimulatedLeaseLedger(bench.disk, WayToDisk.direct());
        bench.disk.leases().stream().map(Lease::key).forEach(lost::forget);
        bench.restart();
    }

    private static List<Ip> addresses(AttachOutcome outcome) {
        return assertInstanceOf(AttachOutcome.Attached.class, outcome)
                .network()
                .addresses()
                .map(InterfaceAddress::ip)
                .all();
    }

    @Test
    void a_pod_has_a_slave_with_the_enis_hardware_address_and_no_link_on_the_host() {
        try (var bench = atHand()) {
            var network = bench.attached("web");
            var link = bench.seen(bench.netns(bench.pod("web"))).link(ETH0).orElseThrow();
            assertInstanceOf(Footing.Ipvlan.class, link.footing());
            assertEquals(link.mac(), network.podMac());
            assertFalse(network.endsOnHost());
            assertTrue(bench.seen(bench.host).link(network.hostLink()).isEmpty());
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void a_del_takes_the_slave_out_of_a_namespace_that_lives_on() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            var before = addresses(bench.add(web));
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
            assertTrue(bench.seen(bench.netns(web)).link(ETH0).isEmpty());
            bench.cluster.stop(web.pod());
            bench.run(Bench.REST);
            // All that are at hand, so that somebody gets the same.
            for (var name : List.of("a", "b")) {
                bench.attached(name);
            }
            assertTrue(bench.disk.leases().stream()
                    .anyMatch(lease -> lease.addresses().all().equals(before)));
        }
    }

    @Test
    void a_newer_sandbox_has_the_address_though_the_older_still_lives() {
        try (var bench = atHand()) {
            var older = bench.pod("web");
            var before = addresses(bench.add(older));
            bench.netns(older);
            var newer = bench.cluster.renewSandbox(older.pod());
            assertEquals(before, addresses(bench.add(newer)));
            assertEquals(new DetachOutcome.Detached(), bench.del(older));
            Traces.whole(bench, newer);
        }
    }

    @Test
    void an_agent_that_begins_anew_knows_them() {
        try (var bench = atHand()) {
            var network = bench.attached("web");
            bench.restart();
            bench.passes(1);
            Traces.whole(bench, bench.pod("web"));
            assertEquals(network, bench.attached("web"));
        }
    }

    @Test
    void a_lost_ledger_is_made_up_for_by_what_stands_in_pods() {
        try (var bench = atHand()) {
            var network = bench.attached("web");
            loseLedger(bench);
            bench.passes(2);
            assertFalse(bench.attached("db").addresses().equals(network.addresses()));
            sweep(bench);
            assertEquals(2, bench.disk.leases().size());
            Traces.whole(bench, bench.pod("web"));
            assertEquals(network, bench.attached("web"));
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("web")));
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("db")));
            none(bench, "after DEL");
        }
    }

    @Test
    void a_del_of_what_no_ledger_remembers_removes_what_shows() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            bench.attached("web");
            loseLedger(bench);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            none(bench, "after DEL");
        }
    }

    @Test
    void ways_to_slaves_that_died_with_nobody_to_remember_them_go_in_the_end() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            bench.attached("web");
            bench.machine.namespaces().delete(bench.netns(web));
            bench.cluster.stop(web.pod());
            loseLedger(bench);
            bench.passes(2);
            sweep(bench);
            none(bench, "after two rounds");
        }
    }

    @Test
    void a_pod_of_which_nobody_said_that_it_ended_gives_its_address_back() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            bench.attached("web");
            bench.machine.namespaces().delete(bench.netns(web));
            bench.cluster.stop(web.pod());
            sweep(bench);
            none(bench, "after two rounds");
        }
    }

    @Test
    void a_pod_that_lives_keeps_its_network_whatever_the_cluster_says() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            bench.attached("web");
            bench.cluster.stop(web.pod());
            sweep(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            bench.cluster.start("node", web.pod());
        }
    }

    @Test
    void pods_by_veth_live_on_beside_them_and_are_looked_after() {
        try (var bench = new Bench(1, 8, 2, 4).passes(3)) {
            var veth = bench.pod("web");
            bench.attached("web");
            bench.restart(new NodeWiring(VirtualType.IPVLAN, List.of()));
            bench.passes(2);
            bench.attached("db");
            var gone = bench.seen(bench.host).routes().stream()
                    .filter(route -> route.table() > 1000)
                    .findFirst()
                    .orElseThrow();
            bench.machine.kernel().apply(List.of(new KernelStep.Remove(gone)));
            bench.passes(1);
            Traces.whole(bench, veth);
            Traces.whole(bench, bench.pod("db"));
            bench.del(veth);
            bench.del(bench.pod("db"));
            none(bench, "after DEL");
        }
    }

    @Test
    void what_was_once_turned_round_is_no_more_once_nobody_is_there() {
        try (var bench = atHand()) {
            var web = bench.pod("web");
            bench.attached("web");
            bench.restart(new NodeWiring(VirtualType.IPVLAN, List.of()));
            bench.passes(2);
            assertEquals(2, turnedRound(bench).size(), "who lives may have been told of it");
            bench.del(web);
            bench.passes(1);
            assertEquals(List.of(), turnedRound(bench));
        }
    }

    private static List<KernelObject.Filter> turnedRound(Bench bench) {
        return bench.seen(bench.host).filters().stream()
                .filter(filter -> filter.match() instanceof FilterMatch.To)
                .toList();
    }

    @Test
    void while_pods_cannot_be_looked_into_nobody_is_ended() {
        try (var bench = atHand()) {
            RunningPod web = bench.pod("web");
            bench.attached("web");
            bench.machine.namespaces().delete(bench.netns(web));
            bench.cluster.stop(web.pod());
            bench.kernel.hide();
            sweep(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            bench.kernel.relent();
            sweep(bench);
            none(bench, "after two more rounds");
        }
    }
}
