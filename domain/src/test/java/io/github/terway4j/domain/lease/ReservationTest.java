package io.github.terway4j.domain.lease;

import static io.github.terway4j.domain.lease.Sandboxes.ENI_A;
import static io.github.terway4j.domain.lease.Sandboxes.ENI_B;
import static io.github.terway4j.domain.lease.Sandboxes.HALF_A_MINUTE;
import static io.github.terway4j.domain.lease.Sandboxes.NOON;
import static io.github.terway4j.domain.lease.Sandboxes.ips;
import static io.github.terway4j.domain.lease.Sandboxes.pod;
import static io.github.terway4j.domain.lease.Sandboxes.sandbox;
import static io.github.terway4j.domain.lease.Sandboxes.secondsLater;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.lease.LeaseDecision.Awaiting;
import io.github.terway4j.domain.lease.LeaseDecision.Granted;
import io.github.terway4j.domain.lease.LeaseDecision.Starved;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Addresses are kept for five minutes. */
class ReservationTest {
    private static final Workload STATEFUL = new Workload("statefulset", false);
    private static final List<IpFamily> V4 = List.of(IpFamily.V4);

    private final LeaseBook book = new LeaseBook();
    private final LeaseDesk desk =
            new LeaseDesk(V4, HALF_A_MINUTE, EniSelection.MOST_IPS, Keeping.usual(List.of("cloneset")));

    @Test
    void a_pod_of_a_statefulset_finds_its_address_again_at_once_though_others_are_free() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2", "10.0.1.3"));
        granted("other", 0);
        assertEquals("10.0.1.2", granted("db", 0));
        end("other", Workload.NONE, 1);
        end("db", STATEFUL, 1);
        assertEquals("10.0.1.2", granted("db", 2));
    }

    @Test
    void nobody_else_gets_it_and_nothing_of_it_is_given_up() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        assertInstanceOf(Starved.class, ask("other", 60));
        book.mark(ips("10.0.1.1"));
        assertEquals(Standing.RESERVED, book.standing(Ip.parse("10.0.1.1")));
        assertEquals(List.of(), book.withhold(ips("10.0.1.1")));
        assertFalse(book.mayGo(ENI_A));
        assertEquals(0, book.resting(HALF_A_MINUTE, secondsLater(1)), "whoever waits is not helped by waiting for it");
    }

    @Test
    void it_ends_by_itself() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        assertEquals(Optional.of(secondsLater(300)), book.nextRested(HALF_A_MINUTE, secondsLater(60)));
        assertInstanceOf(Starved.class, ask("other", 299));
        assertEquals("10.0.1.1", granted("other", 300));
        assertEquals(List.of(), book.reservations());
    }

    @Test
    void what_is_kept_for_whom_until_when_and_why_can_be_read() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        granted("web", 0);
        granted("db", 0);
        end("web", new Workload("replicaset", true), 0);
        end("db", new Workload("cloneset", false), 0);
        assertEquals(
                List.of(
                        "default/db keeps v4=10.0.1.2 on eni-a until 2025-03-01T12:05:00Z: it is a pod of a cloneset",
                        "default/web keeps v4=10.0.1.1 on eni-a until 2025-03-01T12:05:00Z: its annotation asks for it"),
                book.reservations().stream().map(Reservation::words).toList());
    }

    @Test
    void for_most_pods_nothing_is_kept() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("web", 0);
        end("web", new Workload("replicaset", false), 0);
        assertEquals(List.of(), book.reservations());
        assertEquals(Standing.RESTING, book.standing(Ip.parse("10.0.1.1")));
    }

    @Test
    void where_its_eni_serves_nobody_the_pod_waits_and_no_other_address_replaces_it() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        book.unstock(ENI_A);
        book.stock(ENI_B, ips("10.0.2.1"));
        assertEquals(
                book.reservations().getFirst(),
                assertInstanceOf(Awaiting.class, ask("db", 10)).reservation());
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals("10.0.1.1", granted("db", 20));
    }

    @Test
    void where_its_eni_is_gone_any_address_will_do() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        book.unstock(ENI_A);
        var kept = book.reservations();
        assertEquals(List.of(), book.onlyThese(List.of(ENI_B)), "a look may have missed it");
        assertInstanceOf(Awaiting.class, ask("db", 9));
        assertEquals(kept, book.onlyThese(List.of(ENI_B)));
        book.stock(ENI_B, ips("10.0.2.1"));
        assertEquals("10.0.2.1", granted("db", 10));
    }

    @Test
    void the_pod_that_comes_back_holds_a_lease_like_any_other_and_keeps_the_address_when_it_ends_again() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        granted("db", 10);
        assertEquals(List.of(), book.reservations());
        end("db", STATEFUL, 20);
        assertEquals(secondsLater(320), book.reservations().getFirst().until());
    }

    @Test
    void an_eni_that_was_missed_once_and_is_seen_again_loses_nothing() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        end("db", STATEFUL, 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(), book.onlyThese(List.of(ENI_B)));
            assertEquals(List.of(), book.onlyThese(List.of(ENI_A, ENI_B)));
        }
        assertEquals(1, book.reservations().size());
    }

    @Test
    void a_clock_that_is_set_back_makes_it_last_no_longer() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        granted("db", 0);
        granted("web", 0);
        end("db", STATEFUL, 0);
        end("web", Workload.NONE, 60);
        book.wake(HALF_A_MINUTE, secondsLater(60));
        book.wake(HALF_A_MINUTE, secondsLater(-3600));
        assertEquals(secondsLater(-3600 + 240), book.reservations().getFirst().until());
        assertInstanceOf(Starved.class, ask("other", -3600 + 29));
        assertEquals("10.0.1.2", granted("other", -3600 + 30));
        assertInstanceOf(Starved.class, ask("another", -3600 + 239));
        assertEquals("10.0.1.1", granted("another", -3600 + 240));
    }

    @Test
    void an_end_right_after_the_clock_was_set_back_is_counted_by_the_new_time() {
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("web", 0);
        book.wake(HALF_A_MINUTE, secondsLater(60));
        end("web", Workload.NONE, -3600);
        assertInstanceOf(Starved.class, ask("other", -3600 + 29));
        assertEquals("10.0.1.1", granted("other", -3600 + 30));
    }

    @Test
    void it_outlives_a_restart_with_what_is_left_of_its_time() {
        var before = kept("10.0.1.1", 200);
        desk.keepAgain(book, List.of(before), secondsLater(100));
        book.stock(ENI_A, ips("10.0.1.1"));
        assertInstanceOf(Starved.class, ask("other", 199));
        assertEquals(List.of(before), book.reservations());
        assertEquals("10.0.1.1", granted("other", 200));
    }

    @Test
    void after_a_restart_it_is_over_gives_way_to_a_lease_and_lasts_no_longer_than_a_new_one() {
        book.grant(new Lease(sandbox("cache"), pod("cache"), ENI_A, DualStack.ofIps(ips("10.0.1.2")), NOON));
        book.grant(new Lease(sandbox("db"), pod("db"), ENI_A, DualStack.ofIps(ips("10.0.1.4")), NOON));
        desk.keepAgain(book, List.of(kept("10.0.1.1", 100)), secondsLater(100));
        desk.keepAgain(book, List.of(kept("10.0.1.2", 200)), secondsLater(100));
        desk.keepAgain(book, List.of(kept("10.0.1.3", 200)), secondsLater(100));
        assertEquals(List.of(), book.reservations(), "over; cache has it; db has another");
        book.takeBack(sandbox("db"), secondsLater(100));
        desk.keepAgain(book, List.of(kept("10.0.1.3", 999_999)), secondsLater(100));
        assertEquals(secondsLater(400), book.reservations().getFirst().until());
    }

    private static Reservation kept(String address, long until) {
        return new Reservation(
                pod("db"),
                sandbox("db").interfaceName(),
                ENI_A,
                DualStack.ofIps(ips(address)),
                secondsLater(until),
                "it is a pod of a statefulset");
    }

    @Test
    void an_address_of_a_block_is_kept_and_the_block_with_it() {
        var block = IpPrefix.parse("10.0.1.16/28");
        book.stock(ENI_A, List.of(), List.of(block));
        granted("db", 0);
        end("db", STATEFUL, 0);
        book.mark(block.addresses(16));
        assertEquals(1, book.inBlock(block, Standing.RESERVED));
        assertEquals(List.of(), book.withholdBlocks(List.of(block)));
    }

    @Test
    void a_length_of_nothing_keeps_nothing_and_one_below_is_refused() {
        var none = new LeaseDesk(
                V4, HALF_A_MINUTE, EniSelection.MOST_IPS, new Keeping(List.of("statefulset"), Duration.ZERO));
        book.stock(ENI_A, ips("10.0.1.1"));
        granted("db", 0);
        none.takeBack(book, sandbox("db"), STATEFUL, NOON);
        assertEquals(List.of(), book.reservations());
        assertThrows(IllegalArgumentException.class, () -> new Keeping(List.of(), Duration.ofSeconds(-1)));
    }

    private LeaseDecision ask(String name, long second) {
        return desk.ask(book, sandbox(name), pod(name), secondsLater(second));
    }

    private String granted(String name, long second) {
        return assertInstanceOf(Granted.class, ask(name, second))
                .lease()
                .addresses()
                .v4()
                .orElseThrow()
                .toString();
    }

    private void end(String name, Workload workload, long second) {
        desk.takeBack(book, sandbox(name), workload, secondsLater(second));
    }
}
