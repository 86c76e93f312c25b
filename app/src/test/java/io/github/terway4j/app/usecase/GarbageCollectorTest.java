package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.RuleAction;
import io.github.terway4j.domain.datapath.RuleSelector;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {
    private static final DetachOutcome DETACHED = new DetachOutcome.Detached();

    private static Bench withWebAndDb() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        bench.attached("web");
        bench.attached("db");
        return bench;
    }

    private static DetachOutcome collect(Bench bench, AttachmentKey... valid) {
        return bench.ask("GC", () -> bench.agent.collectGarbage().collect(List.of(valid)));
    }

    @Test
    void what_the_runtime_vouches_for_stays_and_all_else_goes() {
        try (var bench = withWebAndDb()) {
            var web = bench.pod("web");
            gone(bench, "db");
            assertEquals(DETACHED, collect(bench, web.attachment()));
            Traces.whole(bench, web);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            assertEquals(2, Traces.rules(bench).size());
            gone(bench, "web");
            assertEquals(DETACHED, collect(bench));
            Traces.none(bench);
        }
    }

    /** The sandbox's namespace went, and with it the link. */
    private static void gone(Bench bench, String pod) {
        bench.machine.namespaces().delete(bench.netns(bench.pod(pod)));
    }

    @Test
    void the_clusters_word_is_as_good_as_the_kernels() {
        try (var bench = withWebAndDb()) {
            var web = bench.pod("web");
            bench.cluster.stop(bench.pod("db").pod());
            assertEquals(DETACHED, collect(bench, web.attachment()));
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
        }
    }

    /** A runtime that has lost its memory vouches for nobody. */
    @Test
    void the_runtimes_word_alone_takes_no_pods_network() {
        try (var bench = withWebAndDb()) {
            assertEquals(DETACHED, collect(bench));
            Traces.whole(bench, bench.pod("web"));
            Traces.whole(bench, bench.pod("db"));
        }
    }

    @Test
    void where_the_cluster_is_away_and_the_link_stands_it_may_be_asked_again() {
        try (var bench = withWebAndDb()) {
            bench.pods.cutOff("connection refused");
            assertInstanceOf(DetachOutcome.NotDetached.class, collect(bench));
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void a_sandbox_that_the_runtime_asks_about_is_its_own_again() {
        try (var bench = withWebAndDb()) {
            collect(bench);
            bench.attached("web");
            bench.cluster.stop(bench.pod("web").pod());
            rounds(bench, 3);
            assertEquals(2, Traces.onDisk(bench).size());
        }
    }

    private static void rounds(Bench bench, int number) {
        for (int i = 0; i < number; i++) {
            bench.ask("sweep", () -> {
                bench.agent.sweeper().round();
                return true;
            });
        }
    }

    @Test
    void links_that_no_lease_speaks_of_go_too() {
        try (var bench = withWebAndDb()) {
            bench.restart();
            bench.way.relent();
            // As if the disk had been lost: the leases are forgotten, the wiring stands.
            bench.disk
                    .leases()
                    .forEach(lease -> bench.ask(
                            "lose", () -> new SimulatedLeaseLedger(bench.disk, bench.way).forget(lease.key())));
            bench.restart();
            assertEquals(2, Traces.links(bench).size());
            bench.cluster.stop(bench.pod("web").pod());
            bench.cluster.stop(bench.pod("db").pod());
            assertEquals(DETACHED, collect(bench));
            Traces.none(bench);
        }
    }

    @Test
    void rules_that_are_nobodys_go_and_rules_of_others_stay() {
        try (var bench = withWebAndDb()) {
            var orphan = rule(bench, "10.1.9.9/32", Ownership.PROTOCOL);
            var foreign = rule(bench, "10.1.9.8/32", 4);
            bench.machine.kernel().apply(List.of(new KernelStep.Make(orphan), new KernelStep.Make(foreign)));
            var web = bench.pod("web");
            var db = bench.pod("db");
            assertEquals(DETACHED, collect(bench, web.attachment(), db.attachment()));
            assertTrue(!bench.seen(bench.host).rules().contains(orphan), "nobody holds its address");
            assertTrue(bench.seen(bench.host).rules().contains(foreign), "it is not ours");
            Traces.whole(bench, web);
            Traces.whole(bench, db);
        }
    }

    @Test
    void one_that_cannot_be_ended_keeps_nobody_else_from_being() {
        for (var stubborn : List.of("web", "db")) {
            try (var bench = withWebAndDb()) {
                var pod = bench.pod(stubborn);
                var other = bench.pod(stubborn.equals("web") ? "db" : "web");
                bench.cluster.stop(pod.pod());
                bench.cluster.stop(other.pod());
                bench.kernel.refuse("retire link " + Traces.hostLink(pod));
                assertInstanceOf(DetachOutcome.NotDetached.class, collect(bench));
                assertEquals(List.of(pod.attachment()), Traces.onDisk(bench));
            }
        }
    }

    @Test
    void where_nothing_can_be_seen_nothing_is_ended() {
        try (var bench = withWebAndDb()) {
            bench.kernel.hide();
            assertInstanceOf(DetachOutcome.NotDetached.class, collect(bench));
            assertEquals(2, bench.disk.leases().size());
        }
    }

    @Test
    void links_of_others_are_left_alone() {
        try (var bench = withWebAndDb()) {
            var elsewhere = bench.machine.namespaces().create("elsewhere");
            bench.machine
                    .kernel()
                    .apply(List.of(new KernelStep.Make(new KernelObject.VethPair(
                            bench.host,
                            new LinkName("cali0"),
                            Mac.local(77),
                            elsewhere,
                            new LinkName("eth0"),
                            Mac.local(78),
                            new Mtu(1500),
                            "calico:sandbox-1/eth0"))));
            collect(bench);
            assertTrue(bench.seen(bench.host).link(new LinkName("cali0")).isPresent());
        }
    }

    private static KernelObject.Rule rule(Bench bench, String to, int protocol) {
        return new KernelObject.Rule(
                bench.host, 512, RuleSelector.to(Cidr.parse(to)), new RuleAction.Lookup(254), protocol);
    }
}
