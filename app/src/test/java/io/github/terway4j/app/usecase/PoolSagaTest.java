package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.NodeCondition;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Making an ENI, attaching it and filling it, where something goes wrong on the way; and what people are told of it. */
class PoolSagaTest {
    @Test
    void an_eni_that_the_instance_has_no_place_for_is_deleted_at_once() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            bench.cloud.refuse("attach", Refusals::limitReached);
            bench.keepPool();
            var waiting = bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(20));
            assertEquals(1, bench.cloud.count("create"), "what was refused rests");
            assertEquals(0, enis(bench));
            assertEquals(1, bench.events.count("node AttachENIFailed: the quota of ENIs is used up"));
            assertEquals(1, bench.events.count("node DeleteENISucceed"));
            bench.cloud.relent();
            bench.run(Duration.ofMinutes(2));
            assertTrue(waiting.isAnswered());
            assertTrue(bench.add(bench.pod("web")) instanceof AttachOutcome.Attached);
        }
    }

    @Test
    void an_answer_to_attach_that_comes_late_changes_nothing_for_the_pods() {
        try (var bench = new Bench(2, 5, 0, 0).keepPool()) {
            bench.fates.next("attach", new Fate.Late(Duration.ofSeconds(40)));
            var waiting = bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(42));
            assertTrue(bench.answer(waiting) instanceof AttachOutcome.Attached);
            var before = bench.disk.leases();
            bench.run(Duration.ofMinutes(3));
            assertEquals(before, bench.disk.leases());
            Traces.whole(bench, bench.pod("web"));
            assertEquals(1, bench.cloud.count("attach"));
        }
    }

    @Test
    void people_are_told_when_an_eni_has_come_and_gone_indeed() {
        try (var bench = new Bench(1, 5, 0, 0).keepPool()) {
            bench.attached("web");
            bench.run(Duration.ofSeconds(5));
            bench.del(bench.pod("web"));
            bench.run(Duration.ofMinutes(5));
            assertEquals(
                    List.of("CreateENISucceed", "AttachENISucceed", "DetachENISucceed", "DeleteENISucceed"),
                    bench.events.told.stream()
                            .filter(event -> event.startsWith("node "))
                            .map(event -> event.split("[ :]", -1)[1])
                            .toList());
            assertTrue(bench.events.told.stream()
                    .anyMatch(event -> event.endsWith("is now ready with 1 IPv4, 0 IPv6, 0 prefixes")));
        }
    }

    @Test
    void the_same_refusal_is_told_once_however_often_it_comes() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            bench.cloud.refuse("create", Refusals::denied);
            bench.keepPool();
            bench.run(Duration.ofHours(1));
            assertTrue(bench.cloud.count("create") > 4, "it is tried again");
            assertEquals(1, bench.events.count("node CreateENIFailed"), () -> bench.events.told.toString());
            bench.cloud.relent();
            bench.run(Duration.ofMinutes(15));
            assertEquals(1, bench.events.count("node CreateENISucceed"));
        }
    }

    @Test
    void a_vswitch_that_ran_dry_takes_back_and_gives_again_as_soon_as_it_has() {
        try (var bench = new Bench(1, 15, 0, 0).keepPool()) {
            for (int pod = 0; pod < 12; pod++) {
                bench.attached("pod-" + pod);
            }
            var dry = bench.scene.vSwitches().getFirst();
            bench.cloud.refuse("assign", Refusals.exhausted(dry));
            assertEquals(
                    "the node has all the ENIs that it may have; %s has no free address for those that lie there; addresses wanted: 1"
                            .formatted(dry),
                    bench.notAttached("one-more").why().words());
            bench.cloud.relent();
            for (int pod = 6; pod < 12; pod++) {
                bench.del(bench.pod("pod-" + pod));
            }
            bench.run(Duration.ofMinutes(4));
            assertEquals(6, addresses(bench), "what nobody uses went back");
            for (int pod = 0; pod < 9; pod++) {
                bench.attached("again-" + pod);
            }
        }
    }

    @Test
    void the_nodes_condition_says_what_is_missing_and_why() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            var empty = bench.vSwitch("10.3.0.0/29");
            bench.atTheCloud.create(
                    new EniOrder(empty, List.of(bench.scene.securityGroup()), 2, 0, Map.of()),
                    new ClientToken("somebody"));
            bench.bearIn(List.of(empty, bench.scene.vSwitches().getLast()));
            bench.keepPool();
            assertEquals("True node has sufficient IP", condition(bench));
            bench.notAttached("web");
            var elsewhere = bench.scene.vSwitches().getLast();
            assertEquals(
                    "False %s in cn-hangzhou-h has no free address; %s is in another zone, cn-hangzhou-i; addresses wanted: 1"
                            .formatted(empty, elsewhere),
                    condition(bench));
        }
    }

    private static String condition(Bench bench) {
        bench.run(Duration.ofSeconds(1));
        var shown = bench.cluster
                .condition("node", NodeCondition.Kind.SUFFICIENT_IP)
                .orElseThrow()
                .condition();
        return (shown.holds() ? "True " : "False ") + shown.message();
    }

    private static long enis(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .count();
    }

    private static int addresses(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .mapToInt(eni -> eni.eni().count(IpFamily.V4))
                .sum();
    }
}
