package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** ENIs of the instance that are not ours: never touched, though they take its places. */
class OthersEnisTest {
    private static final Tags EXCLUDED = Tags.of("terway.alibabacloud.com/excluded", "true");

    @Test
    void an_eni_that_somebody_else_has_attached_is_neither_used_nor_emptied_nor_given_back() {
        try (var bench = new Bench(3, 5, 1, 1)) {
            var other = attached(bench, Tags.of("team", "storage"), 4);
            bench.passes(3);
            bench.attached("web");
            bench.passes(20);
            assertEquals(other, bench.atTheCloud.eni(other.id()).orElseThrow());
            assertTrue(other.eni().addresses().stream().noneMatch(held(bench)::contains));
        }
    }

    @Test
    void it_takes_a_place_of_the_instance() {
        // Four ENIs in all, the primary one among them.
        try (var bench = new Bench(3, 1, 3, 3)) {
            attached(bench, Tags.NONE, 1);
            bench.passes(20);
            assertEquals(2, made(bench).size(), () -> "" + bench.atTheCloud.enis());
            assertEquals(2, bench.cloud.count("create"), "and nothing is made in vain");
        }
    }

    @Test
    void what_an_earlier_terway_has_made_is_taken_over_and_given_back_when_nobody_needs_it() {
        try (var bench = new Bench(3, 5, 0, 2)) {
            var terways = attached(bench, Marks.CREATOR, 3);
            bench.passes(3);
            var ip = bench.attached("web").addresses().v4().orElseThrow().ip();
            assertTrue(terways.eni().addresses().contains(ip), () -> ip + " is not of " + terways);
            bench.del(bench.pod("web"));
            bench.passes(20);
            assertEquals(
                    2,
                    bench.atTheCloud
                            .eni(terways.id())
                            .orElseThrow()
                            .eni()
                            .addresses()
                            .size());
        }
    }

    @Test
    void who_has_an_address_of_an_eni_that_is_excluded_keeps_it_and_nobody_else_gets_one() {
        try (var bench = new Bench(3, 5, 2, 3).passes(5)) {
            var before = bench.attached("web");
            var excluded = made(bench).getFirst();
            bench.atTheCloud.site().retag(excluded.id(), excluded.eni().tags().and(EXCLUDED));
            bench.passes(3);
            var addresses =
                    bench.atTheCloud.eni(excluded.id()).orElseThrow().eni().addresses();
            var db = bench.attached("db").addresses().v4().orElseThrow().ip();
            assertFalse(addresses.contains(db), () -> db + " is of " + addresses);
            assertEquals(before, bench.attached("web"));
            Traces.whole(bench, bench.pod("web"));
            bench.restart();
            bench.passes(3);
            assertEquals(before, bench.attached("web"));
            Traces.whole(bench, bench.pod("web"));
            bench.del(bench.pod("web"));
            bench.passes(20);
            var after = bench.atTheCloud.eni(excluded.id()).orElseThrow();
            assertEquals(EniStatus.IN_USE, after.status());
            assertEquals(addresses, after.eni().addresses());
        }
    }

    @Test
    void what_is_excluded_no_more_is_used_again() {
        try (var bench = new Bench(1, 5, 2, 2).passes(5)) {
            var eni = made(bench).getFirst();
            bench.atTheCloud.site().retag(eni.id(), eni.eni().tags().and(EXCLUDED));
            bench.passes(2);
            bench.atTheCloud.site().retag(eni.id(), eni.eni().tags());
            bench.passes(2);
            var ip = bench.attached("web").addresses().v4().orElseThrow().ip();
            assertTrue(eni.eni().addresses().contains(ip), () -> ip + " is not of " + eni);
        }
    }

    private static CloudEni attached(Bench bench, Tags tags, int addresses) {
        var order = new EniOrder(
                bench.scene.vSwitches().getFirst(), List.of(bench.scene.securityGroup()), addresses, 0, tags.byKey());
        return bench.atTheCloud
                .site()
                .createEni(order, Optional.of(bench.node.facts().instance()));
    }

    private static List<CloudEni> made(Bench bench) {
        var mark = Marks.madeFor(bench.node.facts().instance());
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().tags().hasAll(mark))
                .toList();
    }

    private static List<Ip> held(Bench bench) {
        return bench.disk.leases().stream()
                .flatMap(lease -> lease.addresses().all().stream())
                .toList();
    }
}
