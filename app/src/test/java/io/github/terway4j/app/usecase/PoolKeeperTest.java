package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.simulator.cloud.api.Assignment;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cloud.api.EniOrder;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolKeeperTest {
    private static final List<IpFamily> BOTH = List.of(IpFamily.V4, IpFamily.V6);

    @Test
    void the_lower_mark_is_filled_and_then_there_is_nothing_to_do_for_long() {
        try (var bench = new Bench(2, 5, 3, 4).passes(4)) {
            assertEquals(3, addresses(bench));
            assertEquals(bench.node.syncPeriod(), bench.pass());
            assertEquals(List.of("enisOf"), lastAsked(bench));
        }
    }

    @Test
    void above_the_upper_mark_addresses_and_then_enis_go() {
        try (var bench = new Bench(2, 5, 0, 1).keepPool()) {
            for (var name : List.of("a", "b", "c", "d", "e", "f", "g")) {
                bench.attached(name);
            }
            assertEquals(2, enis(bench).size());
            int most = ofAllEnis(bench);
            for (var name : List.of("b", "c", "d", "e", "f", "g")) {
                bench.del(bench.pod(name));
            }
            bench.run(Duration.ofMinutes(10));
            Traces.whole(bench, bench.pod("a"));
            assertEquals(2, addresses(bench), () -> enis(bench).toString());
            assertEquals(1, enis(bench).size());
            assertEquals(most - ofAllEnis(bench), givenUp(bench));
        }
    }

    private static int ofAllEnis(Bench bench) {
        return enis(bench).stream()
                .mapToInt(eni -> eni.eni().addresses().size())
                .sum();
    }

    private static int givenUp(Bench bench) {
        return bench.meter.told().stream()
                .mapToInt(told -> told instanceof Measurement.GivenUp(var _, var _, var count) ? count : 0)
                .sum();
    }

    @Test
    void a_cloud_that_does_not_answer_changes_nothing_of_what_is_in_stock() {
        try (var bench = new Bench(1, 5, 2, 2).passes(3)) {
            bench.cloud.refuse("enisOf", Refusals::unknown);
            soon(bench.pass());
            bench.attached("web");
            bench.attached("db");
        }
    }

    @Test
    void whoever_waits_goes_first_and_giving_back_last() {
        try (var bench = new Bench(1, 5, 1, 1).passes(3)) {
            assertEquals(Urgency.WARM_UP, bench.cloud.urgencies().get("enisOf"));
            assertEquals(Urgency.WARM_UP, bench.cloud.urgencies().get("create"));
            bench.keepPool();
            bench.attached("a");
            bench.attached("b");
            bench.attached("c");
            assertTrue(bench.cloud.count("assign for WAITING_POD") > 0, bench.cloud.asked::toString);
            bench.del(bench.pod("b"));
            bench.del(bench.pod("c"));
            bench.run(Duration.ofMinutes(5));
            assertEquals(Urgency.GIVE_BACK, bench.cloud.urgencies().get("unassign"));
            assertEquals(Urgency.WARM_UP, bench.cloud.urgencies().get("enisOf"));
        }
    }

    @Test
    void a_cloud_that_asks_for_patience_gets_it() {
        try (var bench = new Bench(1, 5, 2, 2)) {
            bench.cloud.refuse("enisOf", Refusals::throttled);
            assertEquals(Duration.ofSeconds(17), bench.pass());
        }
    }

    @Test
    void an_eni_whose_birth_was_not_heard_of_is_found_and_not_made_again() {
        try (var bench = new Bench(3, 5, 3, 3)) {
            bench.fates.next("create", new Fate.AnswerLost(Duration.ofSeconds(10)));
            soon(bench.pass());
            bench.passes(4);
            assertEquals(1, bench.cloud.count("create"));
            assertEquals(1, enis(bench).size());
            bench.attached("web");
        }
    }

    @Test
    void an_attachment_or_assignment_that_was_not_heard_of_is_not_done_twice() {
        for (var call : List.of("attach", "assign")) {
            try (var bench = new Bench(3, 15, 12, 12)) {
                bench.fates.next(call, new Fate.AnswerLost(Duration.ofSeconds(10)));
                bench.passes(6);
                assertEquals(1, bench.cloud.count(call), call);
                assertEquals(12, addresses(bench), call);
            }
        }
    }

    @Test
    void an_address_is_given_to_nobody_while_the_request_that_takes_it_away_may_be_under_way() {
        for (var call : List.of("unassign", "detach")) {
            try (var bench = new Bench(2, 5, 0, call.equals("detach") ? 0 : 1).passes(3)) {
                bench.keepPool();
                bench.attached("a");
                bench.attached("b");
                bench.attached("c");
                bench.fates.next(call, new Fate.GivenUp(Duration.ofSeconds(10), Duration.ofSeconds(20)));
                bench.del(bench.pod("b"));
                bench.del(bench.pod("c"));
                bench.del(bench.pod("a"));
                runUntilAsked(bench, call);
                bench.run(Duration.ofSeconds(10));
                for (var pod : List.of("d", "e")) {
                    bench.attached(pod);
                }
                bench.run(Duration.ofMinutes(1));
                var there = addressesAtTheCloud(bench);
                bench.disk
                        .leases()
                        .forEach(lease -> assertTrue(
                                there.containsAll(lease.addresses().all()),
                                () -> call + ": " + lease + " and only " + there));
            }
        }
    }

    @Test
    void an_address_that_we_gave_back_and_that_the_cloud_still_shows_is_given_to_nobody() {
        try (var bench = new Bench(1, 5, 0, 1).passes(3).keepPool()) {
            bench.attached("a");
            bench.attached("b");
            bench.attached("c");
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(8))));
            bench.run(Duration.ofMinutes(1));
            bench.del(bench.pod("b"));
            bench.del(bench.pod("c"));
            runUntilAsked(bench, "unassign");
            bench.run(Duration.ofSeconds(5));
            bench.attached("d");
            bench.attached("e");
            var there = addressesAtTheCloud(bench);
            bench.disk
                    .leases()
                    .forEach(lease ->
                            assertTrue(there.containsAll(lease.addresses().all()), () -> lease + " and only " + there));
        }
    }

    @Test
    void an_eni_that_was_made_and_that_the_cloud_does_not_show_yet_is_not_made_again() {
        try (var bench = new Bench(3, 5, 0, 0)) {
            bench.atTheCloud.follow(QuirkPlan.of(new Quirk.DescriptionLags(Duration.ofSeconds(8))));
            bench.keepPool();
            bench.attached("a");
            bench.run(Duration.ofMinutes(2));
            assertEquals(1, bench.cloud.count("create"));
            assertEquals(1, enis(bench).size());
        }
    }

    @Test
    void an_eni_that_has_left_and_is_wanted_again_stays_when_it_is_back() {
        try (var bench = new Bench(2, 2, 0, 0).passes(3).keepPool()) {
            for (var name : List.of("a", "b", "c", "d")) {
                bench.attached(name);
            }
            bench.del(bench.pod("c"));
            bench.del(bench.pod("d"));
            runUntilAsked(bench, "detach");
            bench.attached("e");
            bench.run(Duration.ofMinutes(10));
            assertEquals(1, bench.cloud.count("detach"));
            assertEquals(2, enis(bench).size());
        }
    }

    @Test
    void a_full_node_is_not_looked_at_for_each_pod_that_is_refused() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.attached("a");
            bench.attached("b");
            bench.notAttached("c");
            var before = bench.cloud.count("enisOf");
            var begun = bench.now();
            for (int i = 0; i < 30; i++) {
                bench.notAttached("d");
                bench.run(Duration.ofMillis(100));
            }
            var seconds = Duration.between(begun, bench.now()).toSeconds();
            var looks = bench.cloud.count("enisOf") - before;
            assertTrue(looks <= seconds / 2 + 2, () -> looks + " looks within " + seconds + " s");
        }
    }

    @Test
    void a_node_that_stays_full_is_looked_at_ever_more_rarely_and_serves_at_once_what_comes_back() {
        try (var bench = new Bench(1, 2, 0, 0).keepPool()) {
            bench.attached("a");
            bench.attached("b");
            for (int i = 0; i < 20; i++) {
                bench.notAttached("c");
            }
            var before = bench.cloud.count("enisOf");
            var begun = bench.now();
            for (int i = 0; i < 30; i++) {
                bench.notAttached("c");
                bench.run(Duration.ofMillis(100));
            }
            var seconds = Duration.between(begun, bench.now()).toSeconds();
            var looks = bench.cloud.count("enisOf") - before;
            assertTrue(looks <= seconds / 15 + 2, () -> looks + " looks within " + seconds + " s");
            bench.del(bench.pod("a"));
            bench.attached("c");
        }
    }

    private static void runUntilAsked(Bench bench, String call) {
        var atLast = bench.now().plus(Duration.ofMinutes(10));
        while (bench.cloud.count(call) == 0) {
            assertTrue(bench.now().isBefore(atLast), "nobody asks to " + call);
            bench.run(Duration.ofSeconds(1));
        }
    }

    private static List<Ip> addressesAtTheCloud(Bench bench) {
        return enis(bench).stream()
                .flatMap(eni -> eni.eni().addresses().stream())
                .toList();
    }

    @Test
    void a_vswitch_that_runs_dry_makes_way_for_the_next() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            var tiny = bench.vSwitch("10.3.0.0/29");
            bench.bearIn(List.of(tiny, bench.scene.vSwitches().getFirst()));
            bench.passes(1);
            // Of a block of eight two are given out, and both are taken after we heard of them.
            bench.atTheCloud.create(
                    new EniOrder(tiny, List.of(bench.scene.securityGroup()), 2, 0, Map.of()),
                    new ClientToken("somebody"));
            bench.keepPool();
            assertEquals(
                    20, bench.attached("web").addresses().v4().orElseThrow().length());
            assertEquals(1, bench.events.count("node CreateENIFailed: " + tiny + " has no free address"));
            assertEquals(2, bench.cloud.count("create"));
        }
    }

    @Test
    void vswitches_that_could_not_be_read_are_not_taken_for_none() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            bench.cloud.refuse("vSwitches", Refusals::throttled);
            bench.keepPool();
            var waiting = bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(20));
            assertFalse(waiting.isAnswered(), "it may still come");
            assertEquals(
                    1,
                    bench.events.told.stream()
                            .distinct()
                            .filter(event -> event.startsWith(
                                    "node AllocIPFailed: the cloud did not describe the" + " vSwitches: throttled"))
                            .count());
            bench.cloud.relent();
            assertInstanceOf(AttachOutcome.Attached.class, bench.answer(waiting));
        }
    }

    @Test
    void a_vswitch_that_does_not_exist_is_asked_for_once_in_ten_minutes() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            bench.bearIn(List.of(new VSwitchId("vsw-gone")));
            bench.passes(10);
            assertEquals(1, bench.cloud.count("vSwitches"));
            bench.run(Duration.ofMinutes(10));
            bench.passes(2);
            assertEquals(2, bench.cloud.count("vSwitches"));
        }
    }

    @Test
    void a_vswitch_without_ipv6_bears_no_eni_for_a_node_that_needs_it() {
        try (var bench = new Bench(1, 1, 5, 1, 1, BOTH)) {
            var v4Only = bench.vSwitch("10.3.0.0/24");
            bench.bearIn(List.of(v4Only, bench.scene.vSwitches().getFirst()));
            bench.passes(4);
            assertEquals(
                    List.of(bench.scene.vSwitches().getFirst()),
                    enis(bench).stream().map(eni -> eni.eni().vSwitch()).toList());
            assertEquals(2, bench.attached("web").addresses().all().size());
        }
    }

    @Test
    void pods_of_a_dual_stack_node_get_both_families() {
        try (var bench = new Bench(1, 2, 5, 2, 2, BOTH).passes(4)) {
            bench.attached("web");
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void an_eni_that_somebody_detached_serves_no_more_and_its_pods_are_not_forgotten() {
        try (var bench = new Bench(1, 5, 2, 2).passes(3)) {
            bench.attached("web");
            var eni = enis(bench).getFirst();
            bench.atTheCloud.detach(eni.id(), bench.node.facts().instance());
            bench.run(Duration.ofSeconds(5));
            bench.pass();
            assertEquals(1, bench.disk.leases().size());
            bench.passes(4);
            assertEquals(EniStatus.IN_USE, enis(bench).getFirst().status());
            Traces.whole(bench, bench.pod("web"));
            assertEquals(2, Traces.rules(bench).size());
            bench.del(bench.pod("web"));
            Traces.none(bench);
        }
    }

    @Test
    void what_somebody_took_from_an_enis_table_is_put_back() {
        try (var bench = new Bench(1, 5, 2, 2).passes(3)) {
            bench.attached("web");
            var route = bench.seen(bench.host).routes().stream()
                    .filter(any -> any.table() > 1000)
                    .findFirst()
                    .orElseThrow();
            bench.machine.kernel().apply(List.of(new KernelStep.Remove(route)));
            bench.pass();
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void the_nodes_own_eni_serves_no_pod_whatever_the_cloud_calls_it() {
        try (var bench = new Bench(2, 5, 0, 0)) {
            bench.cloud.callPrimarySecondary();
            bench.keepPool();
            var node = bench.node.facts().hostAddresses().all();
            assertFalse(node.contains(
                    bench.attached("web").addresses().v4().orElseThrow().ip()));
            bench.del(bench.pod("web"));
            bench.run(Duration.ofMinutes(5));
            assertEquals(1, bench.cloud.count("detach"), "of the other");
        }
    }

    @Test
    void an_address_that_somebody_gave_the_eni_is_used() {
        try (var bench = new Bench(1, 5, 1, 4).passes(3)) {
            var eni = enis(bench).getFirst();
            bench.atTheCloud.assign(new Assignment(eni.id(), IpFamily.V4, 2), new ClientToken("somebody"));
            bench.pass();
            bench.attached("a");
            bench.attached("b");
            bench.attached("c");
        }
    }

    @Test
    void a_cloud_in_trouble_is_told_of_by_its_event() {
        try (var bench = new Bench(1, 5, 1, 1)) {
            bench.cloud.refuse("create", Refusals::limitReached);
            soon(bench.pass());
            assertEquals(List.of("node CreateENIFailed: the quota of ENIs is used up"), bench.events.told);
        }
    }

    @Test
    void a_device_that_cannot_be_prepared_serves_nobody_until_it_can() {
        try (var bench = new Bench(1, 5, 0, 0)) {
            bench.kernel.refuse("make route 0.0.0.0/0 via 10.1.15.253");
            bench.keepPool();
            var waiting = bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(20));
            assertFalse(waiting.isAnswered(), "its addresses cannot leave the node");
            assertInstanceOf(
                    Fault.Outside.class,
                    assertInstanceOf(
                                    NodeStatus.NotReady.class,
                                    bench.agent.reportStatus().status())
                            .why());
            bench.kernel.relent();
            assertInstanceOf(AttachOutcome.Attached.class, bench.answer(waiting));
        }
    }

    private static List<CloudEni> enis(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().kind() == EniKind.SECONDARY)
                .toList();
    }

    /** Two seconds, and a share of them that chance says. */
    private static void soon(Duration rest) {
        assertTrue(rest.compareTo(Duration.ofSeconds(2)) >= 0, rest::toString);
        assertTrue(rest.compareTo(Duration.ofMillis(2_600)) <= 0, rest::toString);
    }

    private static int addresses(Bench bench) {
        return enis(bench).stream()
                .mapToInt(eni -> eni.eni().count(IpFamily.V4))
                .sum();
    }

    private static List<String> lastAsked(Bench bench) {
        return bench.cloud.asked.subList(bench.cloud.asked.size() - 1, bench.cloud.asked.size());
    }
}
