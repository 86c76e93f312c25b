package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.pod.PodPhase;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.simulator.cluster.RunningPod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods end, and nobody says so: no DEL comes. */
class LeaseSweeperTest {
    private static final Duration QUARANTINE = Duration.ofMinutes(5);

    private static Bench withWeb() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        bench.attached("web");
        return bench;
    }

    private static void round(Bench bench) {
        bench.ask("sweep", () -> {
            bench.agent.sweeper().round();
            return true;
        });
    }

    private static void sandboxDies(Bench bench, RunningPod pod) {
        bench.machine.namespaces().delete(bench.netns(pod));
    }

    @Test
    void a_lease_ends_when_cluster_and_kernel_have_said_twice_that_its_pod_is_gone() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.stop(web.pod());
            sandboxDies(bench, web);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench), "quarantine first");
            round(bench);
            Traces.none(bench);
            assertTrue(bench.meter.told().contains(new Measurement.Swept(Measurement.Leak.LEASE)));
        }
    }

    @Test
    void left_to_itself_it_takes_five_to_six_minutes_whatever_the_clock_says() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.stop(web.pod());
            sandboxDies(bench, web);
            bench.begin("sweeper", () -> {
                bench.agent.sweeper().run();
                return true;
            });
            bench.run(QUARANTINE.minusSeconds(1));
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            bench.run(Duration.ofMinutes(1).plusSeconds(2));
            Traces.none(bench);
        }
    }

    @Test
    void the_clusters_word_alone_is_not_enough() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.stop(web.pod());
            round(bench);
            round(bench);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            assertEquals(1, Traces.links(bench).size());
        }
    }

    @Test
    void nor_is_the_kernels() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            sandboxDies(bench, web);
            round(bench);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
        }
    }

    @Test
    void an_evicted_pod_keeps_its_address_while_its_sandbox_stands() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.enter(web.pod(), PodPhase.FAILED);
            round(bench);
            round(bench);
            Traces.whole(bench, web);
            sandboxDies(bench, web);
            round(bench);
            round(bench);
            Traces.none(bench);
        }
    }

    @Test
    void a_pod_of_the_same_name_that_came_after_it_is_another_pod() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            sandboxDies(bench, web);
            bench.cluster.restart(web.pod());
            round(bench);
            round(bench);
            Traces.none(bench);
        }
    }

    @Test
    void a_round_in_which_a_witness_says_nothing_ends_nothing() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.stop(web.pod());
            sandboxDies(bench, web);
            bench.pods.cutOff("connection refused");
            round(bench);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            bench.pods.reconnect();
            bench.kernel.hide();
            round(bench);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench));
            bench.kernel.relent();
            round(bench);
            round(bench);
            Traces.none(bench);
        }
    }

    /** The older list lacks a pod that came after it. */
    @Test
    void a_list_that_is_older_than_one_that_was_seen_says_nothing() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            bench.pods.lagBehind();
            var web = bench.pod("web");
            bench.attached("web");
            bench.pods.catchUp();
            round(bench);
            sandboxDies(bench, web);
            bench.pods.lagBehind();
            bench.cluster.stop(web.pod());
            round(bench);
            round(bench);
            assertEquals(List.of(web.attachment()), Traces.onDisk(bench), "by the list that lags it still runs");
            bench.pods.catchUp();
            round(bench);
            bench.pods.lagBehind();
            bench.cluster.start("node", new PodRef("default", "db"));
            round(bench);
            Traces.none(bench);
        }
    }

    @Test
    void an_end_that_comes_after_all_finds_nothing_to_do_and_says_so() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            bench.cluster.stop(web.pod());
            sandboxDies(bench, web);
            round(bench);
            round(bench);
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
            assertEquals(new DetachOutcome.Detached(), bench.del(web));
        }
    }

    @Test
    void the_address_rests_before_somebody_else_gets_it() {
        try (var bench = withWeb()) {
            var web = bench.pod("web");
            var address = bench.attached("web").addresses();
            bench.cluster.stop(web.pod());
            sandboxDies(bench, web);
            round(bench);
            round(bench);
            assertTrue(!bench.attached("db").addresses().equals(address));
        }
    }

    /** A record that the ledger kept though it was told to forget it. */
    @Test
    void what_only_the_ledger_remembers_is_forgotten_there() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            bench.way.failHavingWritten("record");
            bench.way.fail("forget");
            bench.notAttached("web");
            assertEquals(1, bench.disk.leases().size());
            bench.way.relent();
            round(bench);
            Traces.none(bench);
        }
    }
}
