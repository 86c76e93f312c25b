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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseBookTest {
    private static final PodFacts FACTS = new PodFacts(pod("web"), "uid-2", BandwidthLimit.NONE);

    private final LeaseBook book = new LeaseBook();

    @Test
    void what_is_held_is_in_stock_but_not_free() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2", "fd00::a1"));
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        assertEquals(ips("10.0.1.2", "fd00::a1"), book.free(ENI_A));
        assertEquals(2, book.stocked(ENI_A, IpFamily.V4));
        assertEquals(1, book.stocked(ENI_A, IpFamily.V6));
        assertTrue(book.holdsAnyOf(ENI_A));
        assertFalse(book.holdsAnyOf(ENI_B));
    }

    @Test
    void stocking_anew_replaces_and_stocking_more_adds() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.stock(ENI_A, ips("10.0.1.2", "10.0.1.3"));
        assertEquals(ips("10.0.1.2", "10.0.1.3"), book.free(ENI_A));
        book.stockMore(ENI_A, ips("10.0.1.4"), List.of());
        assertEquals(ips("10.0.1.2", "10.0.1.3", "10.0.1.4"), book.free(ENI_A));
    }

    @Test
    void an_eni_that_is_unstocked_keeps_its_leases_and_gives_nothing() {
        var lease = lease("sandbox-1", "web", "10.0.1.1", 0);
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.grant(lease);
        book.unstock(ENI_A);
        assertEquals(List.of(), book.enis());
        assertEquals(List.of(), book.free(ENI_A));
        assertEquals(List.of(lease), book.leases());
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        assertEquals(ips("10.0.1.2"), book.free(ENI_A));
    }

    @Test
    void an_address_that_the_cloud_shows_on_another_eni_is_no_longer_on_the_first() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.stock(ENI_B, ips("10.0.1.2"));
        assertEquals(ips("10.0.1.1"), book.free(ENI_A));
        assertEquals(ips("10.0.1.2"), book.free(ENI_B));
    }

    @Test
    void only_what_is_still_marked_is_withheld() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2", "10.0.1.3"));
        book.mark(ips("10.0.1.1", "10.0.1.3", "10.0.9.9"));
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        assertEquals(ips("10.0.1.3"), book.withhold(ips("10.0.1.3", "10.0.1.2", "10.0.1.1", "10.0.9.9")));
        assertEquals(ips("10.0.1.2"), book.free(ENI_A));
        assertEquals(2, book.stocked(ENI_A, IpFamily.V4));
    }

    @Test
    void an_eni_may_go_when_nobody_is_on_it_and_all_of_it_is_marked() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.mark(ips("10.0.1.1"));
        assertFalse(book.mayGo(ENI_A));
        book.mark(ips("10.0.1.1", "10.0.1.2"));
        assertTrue(book.mayGo(ENI_A));
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        assertFalse(book.mayGo(ENI_A));
        book.takeBack(sandbox("sandbox-1"), NOON);
        assertFalse(book.mayGo(ENI_A), "it rests");
    }

    @Test
    void what_was_taken_away_and_is_back_has_not_rested_the_less() {
        returnedAtNoon("10.0.1.1");
        book.stock(ENI_A, List.of());
        assertEquals(0, book.resting(HALF_A_MINUTE, NOON));
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals(1, book.resting(HALF_A_MINUTE, secondsLater(29)));
        assertEquals(0, book.resting(HALF_A_MINUTE, secondsLater(30)));
    }

    @Test
    void the_pool_was_used_when_somebody_last_got_an_address_or_gave_one_back() {
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 7));
        assertEquals(secondsLater(7), book.lastUse());
        book.takeBack(sandbox("nobody"), secondsLater(8));
        assertEquals(secondsLater(7), book.lastUse());
        book.takeBack(sandbox("sandbox-1"), secondsLater(9));
        assertEquals(secondsLater(9), book.lastUse());
    }

    @Test
    void what_is_not_in_stock_does_not_rest_for_anybody() {
        returnedAtNoon("10.0.1.1");
        assertEquals(Optional.of(secondsLater(30)), book.nextRested(HALF_A_MINUTE, NOON));
        book.unstock(ENI_A);
        assertEquals(0, book.resting(HALF_A_MINUTE, NOON));
        assertEquals(Optional.empty(), book.nextRested(HALF_A_MINUTE, NOON));
    }

    @Test
    void the_next_to_have_rested_is_the_first_that_was_returned() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        book.grant(lease("sandbox-2", "db", "10.0.1.2", 0));
        book.takeBack(sandbox("sandbox-2"), NOON);
        book.takeBack(sandbox("sandbox-1"), secondsLater(10));
        assertEquals(Optional.of(secondsLater(30)), book.nextRested(HALF_A_MINUTE, secondsLater(29)));
        assertEquals(Optional.of(secondsLater(40)), book.nextRested(HALF_A_MINUTE, secondsLater(30)));
        assertEquals(Optional.empty(), book.nextRested(HALF_A_MINUTE, secondsLater(40)));
    }

    @Test
    void only_ipv4_addresses_are_counted_as_resting_for_each_pod_has_one() {
        book.stock(ENI_A, ips("10.0.1.1", "fd00::a1"));
        book.grant(
                new Lease(sandbox("sandbox-1"), pod("web"), ENI_A, DualStack.ofIps(ips("10.0.1.1", "fd00::a1")), NOON));
        book.takeBack(sandbox("sandbox-1"), NOON);
        assertEquals(1, book.resting(HALF_A_MINUTE, NOON));
    }

    @Test
    void an_address_with_a_holder_is_granted_to_nobody_else() {
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        var refusal =
                assertThrows(IllegalStateException.class, () -> book.grant(lease("sandbox-2", "db", "10.0.1.1", 0)));
        assertEquals(
                "10.0.1.1 is held by sandbox-1/eth0 and cannot be granted to sandbox-2/eth0", refusal.getMessage());
        assertEquals(1, book.leases().size());
    }

    @Test
    void a_sandbox_holds_one_lease_and_not_another_besides() {
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 0));
        book.grant(lease("sandbox-1", "web", "10.0.1.1", 7));
        assertThrows(IllegalStateException.class, () -> book.grant(lease("sandbox-1", "web", "10.0.1.2", 8)));
        assertEquals(List.of(lease("sandbox-1", "web", "10.0.1.1", 7)), book.leases());
    }

    @Test
    void taking_back_what_nobody_holds_is_nothing() {
        assertEquals(Optional.empty(), book.takeBack(sandbox("nobody"), NOON));
    }

    @Test
    void after_a_crash_between_writing_the_newer_and_forgetting_the_older_the_newer_counts() {
        var older = lease("old", "web", "10.0.1.1", 0);
        var newer = older.passedTo(sandbox("new"), FACTS, secondsLater(5));
        assertEquals(List.of(older), book.restore(List.of(older, newer)));
        assertEquals(List.of(newer), book.leases());
    }

    @Test
    void it_counts_even_where_the_clock_was_set_back_between_the_two() {
        var older = lease("aaa-old", "web", "10.0.1.1", 0);
        var newer = older.passedTo(sandbox("zzz-new"), FACTS, secondsLater(-3600));
        assertEquals(List.of(older), book.restore(List.of(older, newer)));
    }

    @Test
    void leases_that_share_nothing_are_all_restored() {
        var web = lease("sandbox-1", "web", "10.0.1.1", 0);
        var db = lease("sandbox-2", "db", "10.0.1.2", 0);
        assertEquals(List.of(), book.restore(List.of(db, web)));
        assertEquals(List.of(web, db), book.leases());
        assertEquals(Optional.of(db), book.leaseOf(pod("db"), db.key().interfaceName()));
    }

    private void returnedAtNoon(String ip) {
        book.stock(ENI_A, ips(ip));
        book.grant(lease("sandbox-1", "web", ip, -60));
        book.takeBack(sandbox("sandbox-1"), NOON);
    }

    private static Lease lease(String sandbox, String pod, String ip, long second) {
        return new Lease(sandbox(sandbox), pod(pod), ENI_A, DualStack.ofIps(ips(ip)), secondsLater(second));
    }
}
