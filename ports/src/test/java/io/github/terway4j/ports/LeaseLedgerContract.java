package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Waiting;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mtu;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.Burst;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.pod.Rate;
import io.github.terway4j.domain.pod.Workload;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome.Written;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseLedger} promises. Each test has a place of its own, which is empty at first. */
public interface LeaseLedgerContract {
    Instant SINCE = Instant.parse("2026-03-04T05:06:07.123456789Z");

    /** Opens the ledger of this test. An earlier one is not used any more, and may have ended without a word. */
    LeaseLedger open();

    @Test
    default void a_new_ledger_is_empty() {
        assertEquals(List.of(), open().leases());
    }

    @Test
    default void what_was_recorded_is_found() {
        var ledger = open();
        assertEquals(new Written(), ledger.record(lease("web")));
        assertEquals(List.of(lease("web")), ledger.leases());
    }

    @Test
    default void what_was_recorded_is_found_after_the_next_opening() {
        open().record(lease("web"));
        assertEquals(List.of(lease("web")), open().leases());
    }

    @Test
    default void every_opening_adds_to_what_was_there() {
        open().record(lease("a"));
        open().record(lease("b"));
        assertEquals(List.of(lease("a"), lease("b")), open().leases());
    }

    @Test
    default void what_was_forgotten_is_gone() {
        var ledger = open();
        ledger.record(lease("web"));
        ledger.record(lease("db"));
        assertEquals(new Written(), ledger.forget(key("web", "eth0")));
        assertEquals(List.of(lease("db")), ledger.leases());
    }

    @Test
    default void what_was_forgotten_stays_gone_after_the_next_opening() {
        var ledger = open();
        ledger.record(lease("web"));
        ledger.forget(key("web", "eth0"));
        assertEquals(List.of(), open().leases());
    }

    @Test
    default void forgetting_what_was_never_there_is_no_failure() {
        var ledger = open();
        ledger.record(lease("web"));
        assertEquals(new Written(), ledger.forget(key("db", "eth0")));
        assertEquals(List.of(lease("web")), ledger.leases());
    }

    @Test
    default void a_lease_of_the_same_key_is_written_over() {
        var ledger = open();
        ledger.record(lease("web"));
        var moved = new Lease(key("web", "eth0"), pod("web"), new EniId("eni-2"), v4("10.0.2.7"), SINCE.plusSeconds(1));
        ledger.record(moved);
        assertEquals(List.of(moved), ledger.leases());
        assertEquals(List.of(moved), open().leases());
    }

    @Test
    default void what_was_forgotten_can_be_recorded_again() {
        var ledger = open();
        ledger.record(lease("web"));
        ledger.forget(key("web", "eth0"));
        ledger.record(lease("web"));
        assertEquals(List.of(lease("web")), open().leases());
    }

    @Test
    default void two_interfaces_of_one_sandbox_are_two_leases() {
        var ledger = open();
        var second = new Lease(key("web", "eth1"), pod("web"), new EniId("eni-1"), v4("10.0.1.8"), SINCE);
        ledger.record(second);
        ledger.record(lease("web"));
        assertEquals(List.of(lease("web"), second), ledger.leases());
        ledger.forget(key("web", "eth0"));
        assertEquals(List.of(second), ledger.leases());
    }

    /** Order of the key: by container, then by interface. Text that runs both together would order otherwise. */
    @Test
    default void leases_come_in_the_order_of_their_keys() {
        var ids = List.of("A", "Z", "a", "a-", "a.", "a0", "a_", "aa", "b");
        var ledger = open();
        ids.reversed().forEach(id -> ledger.record(lease(id)));
        assertEquals(
                ids, ledger.leases().stream().map(l -> l.key().containerId()).toList());
        assertEquals(
                ids, open().leases().stream().map(l -> l.key().containerId()).toList());
    }

    @Test
    default void every_lease_comes_back_as_it_was() {
        var odd = List.of(
                new Lease(key("v4", "eth0"), pod("web"), new EniId("eni-1"), v4("10.0.1.7"), SINCE),
                new Lease(key("v6", "eth0"), pod("web"), new EniId("eni-1"), v6("2001:db8::7"), SINCE),
                new Lease(key("mapped", "eth0"), pod("web"), new EniId("eni-1"), v6("::ffff:10.0.0.1"), SINCE),
                new Lease(
                        key("dual", "eth0"),
                        pod("web"),
                        new EniId("eni-1"),
                        DualStack.both(Ip.parse("10.0.1.7"), Ip.parse("fd00::1:7")),
                        SINCE),
                new Lease(
                        key("long".repeat(63), "!\"#$&'()*+,-;<"),
                        pod("web"),
                        new EniId("eni-1"),
                        v4("10.0.1.7"),
                        SINCE),
                new Lease(
                        key("0_.-", "=?@[\\]^_`{|}~"),
                        new PodRef(
                                "namespace with \"quotes\", \\ and {}", "names/of:\u00e4\u6c34\ud83d\ude80\n\t\u0001"),
                        new EniId("eni-'\"\\/\u2028"),
                        v4("0.0.0.0"),
                        SINCE),
                new Lease(
                        key("known", "eth0"),
                        pod("web"),
                        new EniId("eni-1"),
                        v4("10.0.1.7"),
                        SINCE,
                        "0b4fd3a4-94a0-4d4b-b2d1-e1ae5b2a9c55",
                        new Workload("statefulset", true)),
                new Lease(key("termed", "eth0"), pod("web"), new EniId("eni-1"), v4("10.0.1.7"), SINCE)
                        .on(new Terms(
                                new NetNs("/var/run/netns/cni-\u00e4 1"),
                                new Mtu(8500),
                                new BandwidthLimit(
                                        Rate.UNLIMITED, new Rate(Long.MAX_VALUE - 1), new Burst(7), Burst.UNSAID),
                                new BandwidthLimit(new Rate(1), Rate.UNLIMITED),
                                Waiting.LAST)),
                new Lease(key("early", "eth0"), pod("web"), new EniId("eni-1"), v4("255.255.255.255"), Instant.EPOCH),
                new Lease(key("first", "eth0"), pod("web"), new EniId("eni-1"), v4("10.0.1.7"), Instant.MIN),
                new Lease(key("last", "eth0"), pod("web"), new EniId("eni-1"), v4("10.0.1.7"), Instant.MAX));
        var ledger = open();
        odd.forEach(ledger::record);
        var sorted = odd.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        assertEquals(sorted, ledger.leases());
        assertEquals(sorted, open().leases());
    }

    @Test
    default void thousands_of_leases_are_kept() {
        var many = IntStream.range(0, 5_000)
                .mapToObj(i -> new Lease(
                        key("sandbox-%04d".formatted(i), "eth0"),
                        pod("web-" + i),
                        new EniId("eni-" + i % 10),
                        DualStack.v4(Ip.parse("10.0.0.0").plus(i)),
                        SINCE.plusSeconds(i)))
                .toList();
        var ledger = open();
        many.forEach(ledger::record);
        assertEquals(many, ledger.leases());
        assertEquals(many, open().leases());
    }

    @Test
    default void a_list_of_leases_does_not_change_under_its_reader() {
        var ledger = open();
        ledger.record(lease("a"));
        var before = ledger.leases();
        ledger.record(lease("b"));
        ledger.forget(key("a", "eth0"));
        assertEquals(List.of(lease("a")), before);
    }

    private static Lease lease(String containerId) {
        return new Lease(key(containerId, "eth0"), pod(containerId), new EniId("eni-1"), v4("10.0.1.7"), SINCE);
    }

    private static AttachmentKey key(String containerId, String interfaceName) {
        return new AttachmentKey(containerId, new LinkName(interfaceName));
    }

    private static PodRef pod(String name) {
        return new PodRef("default", name);
    }

    private static DualStack<Ip> v4(String text) {
        return DualStack.v4(Ip.parse(text));
    }

    private static DualStack<Ip> v6(String text) {
        return DualStack.v6(Ip.parse(text));
    }
}
