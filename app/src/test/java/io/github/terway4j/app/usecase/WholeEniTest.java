package io.github.terway4j.app.usecase;

import static io.github.terway4j.app.usecase.WholeEnis.allHome;
import static io.github.terway4j.app.usecase.WholeEnis.atHome;
import static io.github.terway4j.app.usecase.WholeEnis.dies;
import static io.github.terway4j.app.usecase.WholeEnis.inPod;
import static io.github.terway4j.app.usecase.WholeEnis.sweep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.kernel.Segment;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node of two ENIs, each for one pod. */
class WholeEniTest {
    private static Bench twoAtHand() {
        return Bench.ofWholeEnis(2, 2, 2).passes(5);
    }

    @Test
    void a_pod_has_the_device_of_an_eni_and_the_enis_own_addresses() {
        try (var bench = twoAtHand()) {
            assertEquals(2, atHome(bench).size());
            var network = bench.attached("web");
            var eni = bench.atTheCloud.eni(network.eni()).orElseThrow().eni();
            assertEquals(
                    eni.addresses(),
                    network.addresses().map(InterfaceAddress::ip).all());
            var device = inPod(bench, bench.netns(bench.pod("web"))).orElseThrow();
            assertEquals(eni.mac(), device.mac());
            assertEquals(eni.mac(), network.podMac());
            assertTrue(device.up());
            assertEquals(1, atHome(bench).size());
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void a_second_pod_gets_another_and_a_third_is_told_that_there_are_no_more() {
        try (var bench = twoAtHand()) {
            assertNotEquals(bench.attached("web").eni(), bench.attached("db").eni());
            bench.keepPool();
            assertTrue(
                    bench.notAttached("cache").why().words().contains("2"),
                    bench.notAttached("cache").why()::words);
        }
    }

    @Test
    void a_device_that_is_in_a_pod_is_not_missed() {
        try (var bench = twoAtHand()) {
            bench.attached("web");
            bench.passes(30);
            Traces.whole(bench, bench.pod("web"));
            assertEquals(2, bench.atTheCloud.enis().size() - 1);
            assertTrue(
                    bench.events.told.stream().noneMatch(told -> told.contains("device")), bench.events.told::toString);
        }
    }

    @Test
    void it_comes_home_from_the_sandbox_and_serves_the_next_pod() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            bench.attached("web");
            bench.attached("db");
            assertEquals(new DetachOutcome.Detached(), bench.delInside(bench.pod("web")));
            assertEquals(new DetachOutcome.Detached(), bench.delInside(bench.pod("db")));
            allHome(bench, before, "after DEL");
            bench.run(Bench.REST);
            bench.attached("cache");
            Traces.whole(bench, bench.pod("cache"));
        }
    }

    @Test
    void it_is_home_when_the_runtime_took_the_namespace_first() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            bench.attached("web");
            dies(bench, bench.netns(bench.pod("web")));
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("web")));
            allHome(bench, before, "after DEL");
        }
    }

    @Test
    void it_is_home_though_its_name_was_taken_meanwhile() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            var mac = bench.attached("web").podMac();
            var name = new LinkName(before.stream()
                    .filter(words -> words.contains(mac.toString()))
                    .findFirst()
                    .orElseThrow()
                    .split(" ", 2)[0]);
            plug(bench.machine, bench, name);
            dies(bench, bench.netns(bench.pod("web")));
            bench.del(bench.pod("web"));
            assertTrue(bench.seen(bench.host).link(mac).isPresent());
            bench.machine.unplug(bench.host, name);
            bench.run(Bench.REST);
            bench.passes(1);
            bench.attached("db");
            bench.attached("cache");
            Traces.whole(bench, bench.pod("db"));
            Traces.whole(bench, bench.pod("cache"));
        }
    }

    private static void plug(SimulatedMachine machine, Bench bench, LinkName name) {
        machine.plug(bench.host, name, Mac.parse("02:00:00:00:00:99"), new Mtu(1500), Segment.ofSwitch());
    }

    @Test
    void a_del_that_does_not_say_where_the_sandbox_is_succeeds_and_the_device_is_taken_up_when_it_comes() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            bench.attached("web");
            var sandbox = bench.netns(bench.pod("web"));
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("web")));
            bench.run(Bench.REST);
            bench.passes(1);
            bench.attached("db");
            bench.notAttached("cache");
            dies(bench, sandbox);
            bench.passes(1);
            bench.delInside(bench.pod("db"));
            allHome(bench, before, "after the namespace's death");
            bench.run(Bench.REST);
            bench.attached("cache");
            bench.attached("queue");
        }
    }

    @Test
    void a_late_del_of_an_older_sandbox_takes_nothing_from_the_newer() {
        try (var bench = twoAtHand()) {
            bench.attached("web");
            var older = bench.pod("web");
            var inOlder = bench.netns(older);
            var newer = bench.cluster.renewSandbox(older.pod());
            assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(newer), "its ENI is in the older sandbox yet");
            assertInstanceOf(AttachOutcome.Attached.class, bench.add(newer));
            var again = bench.ask("DEL", () -> bench.agent.detachPod().detach(older.attachment(), inOlder));
            assertEquals(new DetachOutcome.Detached(), again);
            Traces.whole(bench, newer);
            bench.passes(1);
            bench.run(Bench.REST);
            bench.attached("db");
        }
    }

    @Test
    void a_newer_sandbox_takes_over_what_the_death_of_the_older_let_go() {
        try (var bench = twoAtHand()) {
            var before = bench.attached("web");
            var older = bench.pod("web");
            dies(bench, bench.netns(older));
            var newer = bench.cluster.renewSandbox(older.pod());
            var after = assertInstanceOf(AttachOutcome.Attached.class, bench.add(newer))
                    .network();
            assertEquals(before.eni(), after.eni());
            Traces.whole(bench, newer);
            bench.del(older);
            Traces.whole(bench, newer);
        }
    }

    @Test
    void an_agent_that_begins_anew_knows_what_is_lent() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            var network = bench.attached("web");
            bench.restart();
            bench.passes(2);
            Traces.whole(bench, bench.pod("web"));
            assertEquals(network, bench.attached("web"));
            assertNotEquals(network.eni(), bench.attached("db").eni());
            bench.delInside(bench.pod("web"));
            bench.delInside(bench.pod("db"));
            allHome(bench, before, "after DEL");
        }
    }

    @Test
    void without_its_ledger_too() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            var network = bench.attached("web");
            bench.disk.leases().stream()
                    .map(Lease::key)
                    .toList()
                    .forEach(key ->
                            bench.ask("lose", () -> new SimulatedLeaseLedger(bench.disk, bench.way).forget(key)));
            bench.restart();
            bench.passes(2);
            sweep(bench);
            Traces.whole(bench, bench.pod("web"));
            assertEquals(network, bench.attached("web"));
            bench.delInside(bench.pod("web"));
            allHome(bench, before, "after DEL");
        }
    }

    @Test
    void a_pod_of_which_nobody_said_that_it_ended_gives_it_back_all_the_same() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            bench.attached("web");
            var web = bench.pod("web");
            dies(bench, bench.netns(web));
            bench.cluster.stop(web.pod());
            sweep(bench);
            allHome(bench, before, "after two rounds");
        }
    }

    @Test
    void one_that_is_lent_is_not_shared_when_the_mode_has_changed_since() {
        try (var bench = twoAtHand()) {
            var before = atHome(bench);
            var network = bench.attached("web");
            bench.restart(DaemonMode.ENI_MULTI_IP);
            bench.passes(2);
            Traces.whole(bench, bench.pod("web"));
            assertNotEquals(network.eni(), bench.attached("db").eni());
            bench.delInside(bench.pod("web"));
            assertEquals(
                    before.stream()
                            .filter(words -> words.contains(network.podMac().toString()))
                            .toList(),
                    atHome(bench).stream()
                            .filter(words -> words.contains(network.podMac().toString()))
                            .toList());
            bench.run(Duration.ofMinutes(1));
        }
    }
}
