package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodDetacherTest {
    private static final DetachOutcome DETACHED = new DetachOutcome.Detached();

    private static Bench threeAtHand() {
        return new Bench(1, 5, 3, 3).passes(3);
    }

    @Test
    void nothing_is_left_of_a_pod_that_ended() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            assertEquals(DETACHED, bench.del(bench.pod("web")));
            Traces.none(bench);
        }
    }

    @Test
    void the_second_time_is_a_success_too() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.del(bench.pod("web"));
            assertEquals(DETACHED, bench.del(bench.pod("web")));
        }
    }

    @Test
    void a_sandbox_that_nobody_knows_is_detached() {
        try (var bench = threeAtHand()) {
            assertEquals(DETACHED, bench.del(bench.pod("never-attached")));
        }
    }

    @Test
    void a_sandbox_whose_namespace_is_gone_is_detached_and_leaves_nothing() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.machine.namespaces().delete(bench.netns(bench.pod("web")));
            assertEquals(DETACHED, bench.del(bench.pod("web")));
            Traces.none(bench);
        }
    }

    @Test
    void a_pod_of_a_statefulset_finds_its_address_again() {
        try (var bench = threeAtHand()) {
            var db = new PodRef("default", "db-0");
            bench.attached("web");
            bench.cluster.start("node", db, BandwidthLimit.NONE, new Workload("statefulset", false));
            var first = bench.attached("db-0");
            bench.del(bench.pod("web"));
            bench.del(bench.pod("db-0"));
            bench.cluster.restart(db);
            assertEquals(first.addresses(), bench.attached("db-0").addresses());
            Traces.whole(bench, bench.pod("db-0"));
        }
    }

    /** Whoever deletes a pod by force takes it from the cluster before its sandbox has ended. */
    @Test
    void even_if_the_cluster_had_forgotten_it_when_its_sandbox_ended() {
        try (var bench = threeAtHand()) {
            var db = new PodRef("default", "db-0");
            bench.cluster.start("node", db, BandwidthLimit.NONE, new Workload("statefulset", false));
            var first = bench.attached("db-0");
            var forgotten = bench.cluster.stop(db);
            bench.del(forgotten);
            bench.attached("web");
            bench.cluster.start("node", db, BandwidthLimit.NONE, new Workload("statefulset", false));
            assertEquals(first.addresses(), bench.attached("db-0").addresses());
        }
    }

    @Test
    void other_pods_keep_what_they_have() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.attached("db");
            bench.del(bench.pod("web"));
            Traces.whole(bench, bench.pod("db"));
            assertEquals(List.of(bench.pod("db").attachment()), Traces.onDisk(bench));
        }
    }

    @Test
    void what_the_kernel_keeps_is_remembered_and_ended_by_another_try() {
        for (var step : List.of("remove rule", "remove route", "remove neighbour", "retire link")) {
            try (var bench = threeAtHand()) {
                bench.attached("web");
                bench.kernel.refuse(step);
                var left = assertInstanceOf(DetachOutcome.NotDetached.class, bench.del(bench.pod("web")));
                assertTrue(left.why().words().startsWith("the kernel refused to " + step), left::toString);
                assertEquals(List.of(bench.pod("web").attachment()), Traces.onDisk(bench));
                bench.kernel.relent();
                assertEquals(DETACHED, bench.del(bench.pod("web")));
                Traces.none(bench);
            }
        }
    }

    @Test
    void an_address_that_the_ledger_does_not_forget_is_given_to_nobody_else() {
        try (var bench = new Bench(1, 2, 1, 1).passes(3)) {
            var address = bench.attached("web").addresses();
            bench.way.fail("forget");
            assertEquals(
                    new DetachOutcome.NotDetached(
                            new Fault.Outside("the ledger did not forget the lease: no space left on device")),
                    bench.del(bench.pod("web")));
            bench.run(Bench.REST);
            bench.passes(1);
            assertFalse(bench.attached("db").addresses().equals(address), "web still holds it");
            bench.way.relent();
            assertEquals(DETACHED, bench.del(bench.pod("web")));
        }
    }

    /** A lease that failed to be written may be on disk all the same, and would come back with the next start. */
    @Test
    void what_only_the_ledger_remembers_is_forgotten() {
        try (var bench = threeAtHand()) {
            bench.way.failHavingWritten("record");
            bench.way.fail("forget");
            assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(bench.pod("web")));
            assertEquals(1, bench.disk.leases().size());
            bench.way.relent();
            assertEquals(DETACHED, bench.del(bench.pod("web")));
            Traces.none(bench);
        }
    }

    @Test
    void before_the_first_look_at_the_cloud_it_ends_what_the_kernel_shows() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            assertEquals(DETACHED, bench.del(bench.pod("web")));
            Traces.none(bench);
        }
    }

    /** The link went with the sandbox's namespace, and the route with the link; rules do not. */
    @Test
    void even_the_rules_of_a_link_that_is_gone() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            bench.machine.namespaces().delete(bench.netns(bench.pod("web")));
            assertEquals(2, Traces.rules(bench).size());
            assertEquals(DETACHED, bench.del(bench.pod("web")));
            Traces.none(bench);
        }
    }

    @Test
    void a_node_that_cannot_be_read_is_not_taken_for_an_empty_one() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            bench.kernel.hide();
            assertInstanceOf(DetachOutcome.NotDetached.class, bench.del(bench.pod("web")));
            assertEquals(1, bench.disk.leases().size());
        }
    }

    @Test
    void an_end_that_comes_while_its_beginning_is_at_work_leaves_nothing_or_a_whole_pod() {
        for (int seed = 0; seed < 30; seed++) {
            try (var bench = new Bench(seed, 1, 5, 3, 3, List.of(IpFamily.V4)).passes(3)) {
                var pod = bench.pod("web");
                var beginning = bench.beginAdd(pod);
                bench.run(Duration.ofNanos(seed * 40_000L));
                var end = bench.beginDel(pod);
                assertInstanceOf(AttachOutcome.Attached.class, bench.answer(beginning));
                assertEquals(DETACHED, bench.answer(end));
                if (bench.disk.leases().isEmpty()) {
                    Traces.none(bench);
                } else {
                    Traces.whole(bench, pod);
                }
            }
        }
    }

    @Test
    void an_older_sandbox_that_ends_while_the_newer_begins_harms_nothing() {
        for (int seed = 0; seed < 30; seed++) {
            try (var bench = new Bench(seed, 1, 5, 3, 3, List.of(IpFamily.V4)).passes(3)) {
                var older = bench.pod("web");
                bench.attached("web");
                var newer = bench.cluster.renewSandbox(older.pod());
                var beginning = bench.beginAdd(newer);
                bench.run(Duration.ofNanos(seed * 40_000L));
                var end = bench.beginDel(older);
                assertInstanceOf(AttachOutcome.Attached.class, bench.answer(beginning));
                assertEquals(DETACHED, bench.answer(end));
                Traces.whole(bench, newer);
                assertEquals(List.of(newer.attachment()), Traces.onDisk(bench));
            }
        }
    }

    /** Its lease passed to a newer sandbox while it waited for its turn, and that one then failed. */
    @Test
    void an_older_sandbox_whose_lease_has_gone_meanwhile_is_still_ended() {
        try (var bench = threeAtHand()) {
            var older = bench.pod("web");
            bench.attached("web");
            var newer = bench.cluster.renewSandbox(older.pod());
            bench.kernel.refuse("retire link");
            var beginning = bench.beginAdd(newer);
            var end = bench.beginDel(older);
            assertInstanceOf(AttachOutcome.NotAttached.class, bench.answer(beginning));
            bench.answer(end);
            bench.kernel.relent();
            bench.del(older);
            bench.del(newer);
            Traces.none(bench);
        }
    }

    @Test
    void who_waits_for_an_address_is_served_by_one_that_comes_back() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.attached("web");
            bench.attached("db");
            var waiting = bench.beginAdd(bench.pod("cache"));
            bench.del(bench.pod("web"));
            assertInstanceOf(AttachOutcome.Attached.class, bench.answer(waiting));
        }
    }
}
