package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.simulator.world.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartTest {
    private static Bench threeAtHand() {
        return new Bench(1, 5, 3, 3).passes(3);
    }

    @Test
    void a_pod_keeps_its_address() {
        try (var bench = threeAtHand()) {
            var before = bench.attached("web");
            bench.restart();
            bench.passes(1);
            Traces.whole(bench, bench.pod("web"));
            assertEquals(before, bench.attached("web"));
        }
    }

    @Test
    void an_add_for_a_lease_that_was_read_back_waits_for_the_pools_first_look() {
        try (var bench = threeAtHand()) {
            var before = bench.attached("web");
            bench.restart();
            bench.cloud.refuse("enisOf", Refusals::unknown);
            bench.keepPool();
            var add = bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(12));
            assertFalse(add.isAnswered());
            bench.cloud.relent();
            bench.run(Duration.ofSeconds(6));
            assertEquals(new AttachOutcome.Attached(before), add.answer());
        }
    }

    @Test
    void an_add_for_a_lease_that_was_read_back_waits_no_longer_than_its_caller() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            bench.cloud.refuse("enisOf", Refusals::unknown);
            bench.keepPool();
            var add = bench.beginAdd(bench.pod("web"));
            bench.run(Bench.RUNTIME_PATIENCE.plusSeconds(1));
            assertInstanceOf(AttachOutcome.NotAttached.class, add.answer());
        }
    }

    @Test
    void nobody_else_gets_it() {
        try (var bench = threeAtHand()) {
            var before = bench.attached("web").addresses();
            bench.restart();
            bench.passes(1);
            assertNotEquals(before, bench.attached("db").addresses());
        }
    }

    @Test
    void an_agent_that_died_before_it_forgot_the_older_sandbox_believes_the_newer() {
        try (var bench = threeAtHand()) {
            var address = bench.attached("web").addresses();
            var older = bench.pod("web");
            var newer = bench.cluster.renewSandbox(older.pod());
            bench.fates.next("forget " + older.attachment(), new Fate.CrashBefore());
            bench.beginAdd(newer);
            bench.run(Duration.ofSeconds(1));
            assertEquals(2, bench.disk.leases().size());
            bench.restart();
            assertEquals(List.of(newer.attachment()), Traces.onDisk(bench));
            bench.passes(1);
            assertEquals(address, bench.attached("web").addresses());
            bench.del(older);
            Traces.whole(bench, newer);
        }
    }

    @Test
    void an_agent_that_died_between_ledger_and_kernel_wires_the_pod_when_asked_again() {
        try (var bench = threeAtHand()) {
            bench.fates.next("make veth", new Fate.CrashBefore());
            bench.beginAdd(bench.pod("web"));
            bench.run(Duration.ofSeconds(1));
            var remembered = bench.disk.leases().getFirst().addresses();
            bench.restart();
            bench.passes(1);
            assertEquals(remembered, bench.attached("web").addresses().map(address -> address.ip()));
            Traces.whole(bench, bench.pod("web"));
        }
    }

    @Test
    void settings_of_links_to_pods_are_none_of_the_starters_business() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            bench.kernel.refuse("make sysctl net/ipv4/conf/cali");
            assertEquals(Optional.empty(), bench.ask("start", bench.agent.starter()::start));
            bench.kernel.refuse("make sysctl net/ipv4/conf/eth0");
            assertNotEquals(Optional.empty(), bench.ask("start", bench.agent.starter()::start));
        }
    }

    @Test
    void retired_links_are_reaped_by_whoever_comes_next() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.del(bench.pod("web"));
            bench.restart();
            bench.begin("reaper", () -> {
                bench.agent.reaper().run();
                return true;
            });
            bench.run(Duration.ofSeconds(1));
            assertEquals(Optional.empty(), bench.seen(bench.host).link(Traces.hostLink(bench.pod("web"))));
        }
    }

    @Test
    void until_the_cloud_has_been_looked_at_a_held_address_cannot_be_wired_but_stays_held() {
        try (var bench = threeAtHand()) {
            bench.attached("web");
            bench.restart();
            assertInstanceOf(AttachOutcome.NotAttached.class, bench.add(bench.pod("web")));
            assertEquals(List.of(bench.pod("web").attachment()), Traces.onDisk(bench));
        }
    }
}
