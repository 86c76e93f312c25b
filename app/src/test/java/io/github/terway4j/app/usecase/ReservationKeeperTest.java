package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pod db-0 of a StatefulSet has ended; its address is kept for five minutes. */
class ReservationKeeperTest {
    private static final PodRef DB = new PodRef("default", "db-0");

    private static Bench withDbEnded() {
        var bench = new Bench(1, 5, 3, 3).passes(3);
        begin(bench);
        bench.attached("db-0");
        bench.del(bench.pod("db-0"));
        bench.cluster.stop(DB);
        return bench;
    }

    private static void begin(Bench bench) {
        bench.cluster.start("node", DB, BandwidthLimit.NONE, new Workload("statefulset", false));
    }

    private static Reservation kept(Bench bench) {
        return bench.agent.reportStatus().reservations().getFirst();
    }

    @Test
    void the_next_agent_keeps_it_for_the_rest_of_that_time() {
        try (var bench = withDbEnded()) {
            var before = kept(bench);
            bench.restart();
            bench.passes(1);
            assertEquals(before, kept(bench));
            assertNotEquals(
                    before.addresses(), bench.attached("web").addresses().map(address -> address.ip()));
            begin(bench);
            assertEquals(before.addresses(), bench.attached("db-0").addresses().map(address -> address.ip()));
        }
    }

    @Test
    void nor_does_it_outlive_its_time_by_a_restart() {
        try (var bench = withDbEnded()) {
            bench.run(Duration.ofMinutes(5));
            bench.restart();
            bench.passes(1);
            assertEquals(List.of(), bench.agent.reportStatus().reservations());
        }
    }

    @Test
    void an_agent_that_dies_before_the_lease_is_forgotten_ends_it_once_more_and_keeps_the_address() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            begin(bench);
            var addresses = bench.attached("db-0").addresses().map(address -> address.ip());
            bench.fates.next("forget", new Fate.CrashBefore());
            bench.beginDel(bench.pod("db-0"));
            bench.run(Duration.ofSeconds(1));
            bench.restart();
            bench.passes(1);
            assertEquals(List.of(), bench.agent.reportStatus().reservations(), "the lease still stands");
            bench.del(bench.pod("db-0"));
            assertEquals(addresses, kept(bench).addresses());
        }
    }

    @Test
    void an_agent_that_dies_before_it_has_told_anybody_keeps_it_all_the_same() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            begin(bench);
            var addresses = bench.attached("db-0").addresses().map(address -> address.ip());
            bench.fates.next("forget", new Fate.CrashAfter());
            bench.beginDel(bench.pod("db-0"));
            bench.run(Duration.ofSeconds(1));
            bench.restart();
            bench.passes(1);
            assertEquals(addresses, kept(bench).addresses());
        }
    }

    @Test
    void a_disk_that_does_not_take_it_keeps_no_pod_from_ending() {
        try (var bench = new Bench(1, 5, 3, 3).passes(3)) {
            begin(bench);
            bench.attached("db-0");
            bench.way.fail("keep");
            assertEquals(new DetachOutcome.Detached(), bench.del(bench.pod("db-0")));
            assertEquals(1, bench.agent.reportStatus().reservations().size());
            bench.way.relent();
            bench.ask("sweep", () -> {
                bench.agent.sweeper().round();
                return true;
            });
            assertEquals(bench.agent.reportStatus().reservations(), bench.disk.reservations());
        }
    }

    @Test
    void while_its_eni_does_not_serve_the_pod_waits_as_long_as_its_caller_and_is_told_for_what() {
        try (var bench = withDbEnded()) {
            var words = kept(bench).words();
            var addresses = kept(bench).addresses();
            bench.restart();
            begin(bench);
            var begun = bench.now();
            assertEquals(
                    new Fault.Outside(words + ", which serves nobody at present"),
                    bench.notAttached("db-0").why());
            assertTrue(!bench.now().isBefore(begun.plus(Bench.RUNTIME_PATIENCE)), "it waited");
            bench.passes(1);
            assertEquals(addresses, bench.attached("db-0").addresses().map(address -> address.ip()));
        }
    }

    @Test
    void one_whose_eni_is_gone_is_dropped_and_told() {
        try (var bench = withDbEnded()) {
            var eni = kept(bench).eni();
            bench.atTheCloud.detach(eni, bench.node.facts().instance());
            bench.run(Duration.ofSeconds(10));
            bench.atTheCloud.delete(eni);
            bench.run(Duration.ofSeconds(10));
            bench.passes(3);
            assertEquals(List.of(), bench.agent.reportStatus().reservations());
            assertEquals(
                    1,
                    bench.events.told.stream()
                            .filter(told -> told.contains("default/db-0 keeps") && told.endsWith("but that is gone"))
                            .count(),
                    () -> bench.events.told.toString());
            begin(bench);
            assertNotEquals(eni, bench.attached("db-0").eni());
        }
    }
}
