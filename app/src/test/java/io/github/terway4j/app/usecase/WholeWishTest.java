package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.eni.EniWish;
import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.TrafficOutcome;
import io.github.terway4j.simulator.cloud.api.CloudEni;
import io.github.terway4j.simulator.cluster.RunningPod;
import io.github.terway4j.simulator.ledger.SimulatedLeaseLedger;
import io.github.terway4j.simulator.ledger.WayToDisk;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node of three ENIs that pods share, on which a pod may ask for one of its own. */
class WholeWishTest {
    private static final List<Fate> DEATHS = List.of(new Fate.CrashBefore(), new Fate.CrashAfter());
    /** More calls than any deed makes; a round in which none was left to die at ends it. */
    private static final int MANY = 400;

    private static Bench atHand() {
        return Bench.ofBoth(3, 1, 6).passes(4);
    }

    private static PodNetwork attached(Bench bench, RunningPod pod) {
        return assertInstanceOf(AttachOutcome.Attached.class, bench.add(pod)).network();
    }

    private static List<CloudEni> whole(Bench bench) {
        return bench.atTheCloud.enis().stream()
                .filter(eni -> eni.eni().tags().hasAll(Marks.WHOLE))
                .toList();
    }

    private static void reach(Bench bench, RunningPod from, RunningPod to, PodNetwork there) {
        for (var ip : there.addresses().map(InterfaceAddress::ip).all()) {
            assertEquals(
                    new TrafficOutcome.Arrived(),
                    bench.machine.traffic().exchange(bench.netns(from), bench.netns(to), ip, 1),
                    () -> "from %s to %s".formatted(from.pod(), ip));
        }
    }

    @Test
    void a_pod_that_asks_for_one_has_its_device_and_all_its_addresses_and_others_share_beside() {
        try (var bench = atHand().keepPool()) {
            var web = bench.asking("web", EniWish.WHOLE);
            var toWeb = attached(bench, web);
            var toDb = attached(bench, bench.pod("db"));
            var eni = whole(bench).getFirst().eni();
            assertEquals(eni.id(), toWeb.eni());
            assertEquals(
                    eni.addresses(), toWeb.addresses().map(InterfaceAddress::ip).all());
            assertEquals(
                    eni.mac(),
                    WholeEnis.inPod(bench, bench.netns(web)).orElseThrow().mac());
            assertNotEquals(eni.id(), toDb.eni());
            Traces.whole(bench, web);
            Traces.whole(bench, bench.pod("db"));
            reach(bench, web, bench.pod("db"), toDb);
            reach(bench, bench.pod("db"), web, toWeb);
        }
    }

    @Test
    void its_eni_serves_nobody_else_and_goes_after_it() {
        try (var bench = atHand().keepPool()) {
            var web = bench.asking("web", EniWish.WHOLE);
            var eni = attached(bench, web).eni();
            bench.run(Duration.ofMinutes(10));
            Traces.whole(bench, web);
            assertEquals(new DetachOutcome.Detached(), bench.delInside(web));
            bench.cluster.stop(web.pod());
            for (int i = 0; i < 6; i++) {
                assertNotEquals(eni, attached(bench, bench.pod("pod" + i)).eni());
            }
            bench.run(Duration.ofMinutes(10));
            assertEquals(List.of(), whole(bench));
        }
    }

    @Test
    void one_more_than_the_node_can_give_is_told_what_it_can() {
        try (var bench = atHand().keepPool()) {
            attached(bench, bench.asking("a", EniWish.WHOLE));
            attached(bench, bench.asking("b", EniWish.WHOLE));
            var words = assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(bench.asking("c", EniWish.WHOLE)))
                    .why()
                    .words();
            assertTrue(words.contains("there can be 2 of these"), words);
            assertTrue(
                    bench.events.told.stream().anyMatch(told -> told.contains("there can be 2 of these")),
                    bench.events.told::toString);
            attached(bench, bench.pod("db"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RDMA", "MEMBER"})
    void whoever_asks_for_two_things_that_exclude_each_other_is_told_what_he_may_ask_for(EniWish other) {
        try (var bench = atHand().keepPool()) {
            var refused = assertInstanceOf(
                    AttachOutcome.NotAttached.class, bench.add(bench.asking("web", EniWish.WHOLE, other)));
            var words = "the pod asks for %s and aliyun/eni, which exclude each other".formatted(other.resource());
            assertTrue(refused.why().words().contains(words), refused.why()::words);
            assertTrue(bench.events.told.stream().anyMatch(told -> told.contains(words)), bench.events.told::toString);
            assertEquals(List.of(), bench.disk.leases());
        }
    }

    @Test
    void where_each_pod_has_one_anyway_the_wish_is_no_wish() {
        try (var bench = Bench.ofWholeEnis(2, 2, 2).passes(5)) {
            attached(bench, bench.asking("web", EniWish.WHOLE));
            assertEquals(List.of(), whole(bench));
        }
    }

    @Test
    void a_lost_ledger_is_made_up_for_by_what_stands() {
        try (var bench = atHand().keepPool()) {
            var web = bench.asking("web", EniWish.WHOLE);
            var network = attached(bench, web);
            var lost = new SimulatedLeaseLedger(bench.disk, WayToDisk.direct());
            bench.disk.leases().stream().map(Lease::key).forEach(lost::forget);
            bench.restart();
            bench.passes(2);
            SlaveTest.sweep(bench);
            assertEquals(
                    List.of(DatapathKind.EXCLUSIVE_ENI),
                    bench.disk.leases().stream().map(Lease::datapath).toList());
            Traces.whole(bench, web);
            assertEquals(network, attached(bench, web));
        }
    }

    @Test
    void a_pod_keeps_its_eni_when_the_node_changes_its_mode() {
        try (var bench = atHand().keepPool()) {
            var web = bench.asking("web", EniWish.WHOLE);
            attached(bench, web);
            bench.restart(DaemonMode.ENI_ONLY);
            bench.passes(3);
            Traces.whole(bench, web);
            assertEquals(new DetachOutcome.Detached(), bench.delInside(web));
            bench.cluster.stop(web.pod());
            bench.keepPool().run(Duration.ofMinutes(10));
            assertEquals(List.of(), whole(bench));
        }
    }

    /** What happens next to the pod whose call found no end. */
    enum Sequel {
        ADDED_AGAIN,
        ENDED,
        DIES_UNSAID
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_left_in_the_end_wherever_getting_one_stopped(Sequel sequel) {
        everywhere(false, sequel);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDED", "DIES_UNSAID"})
    void nothing_is_left_in_the_end_wherever_giving_it_back_stopped(Sequel sequel) {
        everywhere(true, sequel);
    }

    private static void everywhere(boolean ending, Sequel sequel) {
        for (var death : DEATHS) {
            var calls = 0;
            while (calls < MANY && dieAt(calls, death, ending, sequel)) {
                calls++;
            }
            assertTrue(calls >= 10 && calls < MANY, calls + " calls");
        }
    }

    /** Whether there was such a call. */
    private static boolean dieAt(int call, Fate death, boolean ending, Sequel sequel) {
        try (var bench = atHand()) {
            var when = "%s at call %d, %s".formatted(death, call, sequel);
            var web = bench.asking("web", EniWish.WHOLE);
            bench.netns(web);
            if (ending) {
                var add = bench.beginAdd(web);
                bench.passes(3);
                assertInstanceOf(AttachOutcome.Attached.class, bench.answer(add), when);
            }
            bench.fates.after(call, death);
            if (ending) {
                bench.answerOrDie(
                        bench.begin("DEL", () -> bench.agent.detachPod().detach(web.attachment(), bench.netns(web))));
                bench.run(Bench.REST);
            } else {
                bench.beginAdd(web);
            }
            bench.lookIfAlive(3);
            if (!bench.fates.came()) {
                return false;
            }
            bench.restart();
            bench.keepPool();
            bench.run(Duration.ofSeconds(10));
            switch (sequel) {
                case ADDED_AGAIN -> {
                    attached(bench, web);
                    Traces.whole(bench, web);
                    assertEquals(new DetachOutcome.Detached(), bench.delInside(web), when);
                }
                case ENDED -> assertEquals(new DetachOutcome.Detached(), bench.delInside(web), when);
                case DIES_UNSAID -> {
                    WholeEnis.dies(bench, bench.netns(web));
                    bench.cluster.stop(web.pod());
                    WholeEnis.sweep(bench);
                }
            }
            Traces.none(bench);
            bench.run(Duration.ofMinutes(15));
            assertEquals(List.of(), whole(bench), when);
            return true;
        }
    }
}
