package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agent begins again on a node where pods live, and its ledger is lost. */
class AdoptionTest {
    /** Three addresses at hand, of which the pod web has one. */
    private static Bench withWeb() {
        var bench = new Bench(1, 1, 5, 3, 3, List.of(IpFamily.V4, IpFamily.V6)).passes(3);
        bench.attached("web");
        return bench;
    }

    private static void loseLedgerAndRestart(Bench bench) {
        bench.disk.leases().stream()
                .map(Lease::key)
                .toList()
                .forEach(key -> bench.ask("lose", () -> new SimulatedLeaseLedger(bench.disk, bench.way).forget(key)));
        bench.restart();
    }

    private static void round(Bench bench) {
        bench.ask("sweep", () -> {
            bench.agent.sweeper().round();
            return true;
        });
    }

    @Test
    void a_pod_that_lives_gets_the_lease_again_that_it_must_have_had() {
        try (var bench = withWeb()) {
            var before = bench.disk.leases().getFirst();
            loseLedgerAndRestart(bench);
            bench.passes(1);
            round(bench);
            var rebuilt = bench.disk.leases().getFirst();
            assertEquals(before.key(), rebuilt.key());
            assertEquals(before.pod(), rebuilt.pod());
            assertEquals(before.podUid(), rebuilt.podUid());
            assertEquals(before.eni(), rebuilt.eni());
            assertEquals(before.addresses(), rebuilt.addresses());
            Traces.whole(bench, bench.pod("web"));
            assertTrue(
                    bench.events.told.stream()
                            .anyMatch(told -> told.contains("rebuilt from what stands in the kernel")),
                    () -> bench.events.told.toString());
        }
    }

    @Test
    void until_then_nobody_else_gets_its_address() {
        try (var bench = withWeb()) {
            var webs = bench.disk.leases().getFirst().addresses();
            loseLedgerAndRestart(bench);
            bench.pods.cutOff("connection refused");
            bench.passes(1);
            round(bench);
            bench.pods.reconnect();
            assertNotEquals(webs, addresses(bench.attached("db")));
            assertNotEquals(webs, addresses(bench.attached("cache")));
            round(bench);
            assertEquals(3, bench.disk.leases().size());
            Traces.whole(bench, bench.pod("web"));
        }
    }

    private static DualStack<Ip> addresses(PodNetwork network) {
        return network.addresses().map(address -> address.ip());
    }

    @Test
    void nothing_of_it_is_given_back() {
        try (var bench = withWeb()) {
            var webs = bench.disk.leases().getFirst().addresses();
            loseLedgerAndRestart(bench);
            bench.pods.cutOff("connection refused");
            bench.passes(5);
            var carried = bench.atTheCloud.enis().stream()
                    .flatMap(eni -> eni.eni().addresses().stream())
                    .toList();
            assertTrue(carried.containsAll(webs.all()), () -> webs + " among " + carried);
        }
    }

    @Test
    void its_own_sandbox_is_answered_as_before() {
        try (var bench = withWeb()) {
            var before = bench.attached("web");
            loseLedgerAndRestart(bench);
            var add = bench.beginAdd(bench.pod("web"));
            bench.passes(1);
            assertEquals(
                    before,
                    assertInstanceOf(AttachOutcome.Attached.class, bench.answer(add))
                            .network());
            assertEquals(1, bench.disk.leases().size());
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void a_newer_sandbox_takes_over() {
        try (var bench = withWeb()) {
            var before = addresses(bench.attached("web"));
            loseLedgerAndRestart(bench);
            bench.passes(1);
            var newer = bench.cluster.renewSandbox(bench.pod("web").pod());
            assertEquals(before, addresses(bench.attached("web")));
            Traces.whole(bench, newer);
            assertEquals(List.of(newer.attachment()), Traces.onDisk(bench));
        }
    }

    @Test
    void its_end_leaves_nothing() {
        try (var bench = withWeb()) {
            loseLedgerAndRestart(bench);
            bench.passes(1);
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("web")));
            Traces.none(bench);
            bench.run(Bench.REST);
            bench.passes(1);
            bench.attached("db");
            bench.attached("cache");
            bench.attached("queue");
        }
    }

    @Test
    void one_whose_pod_is_gone_ends_when_its_link_has_gone_too() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            loseLedgerAndRestart(bench);
            bench.passes(1);
            bench.cluster.stop(web.pod());
            round(bench);
            round(bench);
            assertEquals(1, Traces.links(bench).size(), "its sandbox may still live");
            bench.machine.namespaces().delete(bench.netns(web));
            round(bench);
            round(bench);
            Traces.none(bench);
        }
    }

    @Test
    void so_does_an_evicted_pod_whose_sandbox_stands() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.enter(web.pod(), PodPhase.FAILED);
            loseLedgerAndRestart(bench);
            bench.passes(1);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
        }
    }

    @Test
    void a_ledger_that_does_not_take_the_lease_is_asked_again() {
        try (var bench = withWeb()) {
            loseLedgerAndRestart(bench);
            bench.passes(1);
            bench.way.fail("record");
            round(bench);
            assertEquals(List.of(), bench.disk.leases());
            bench.way.relent();
            round(bench);
            assertEquals(1, bench.disk.leases().size());
        }
    }
}
