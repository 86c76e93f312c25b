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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.lease.LeaseDecision.AlreadyHeld;
import io.github.terway4j.domain.lease.LeaseDecision.Granted;
import io.github.terway4j.domain.lease.LeaseDecision.Replaced;
import io.github.terway4j.domain.lease.LeaseDecision.Starved;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseDeskTest {
    private static final List<IpFamily> V4 = List.of(IpFamily.V4);
    private static final List<IpFamily> BOTH = List.of(IpFamily.V4, IpFamily.V6);

    private final LeaseBook book = new LeaseBook();
    private final LeaseDesk desk = new LeaseDesk(V4, HALF_A_MINUTE, EniSelection.MOST_IPS);

    @Test
    void the_lowest_address_goes_first() {
        book.stock(ENI_A, ips("10.0.1.30", "10.0.1.9", "10.0.1.20"));
        assertEquals("10.0.1.9", granted("web"));
        assertEquals("10.0.1.20", granted("db"));
        assertEquals("10.0.1.30", granted("cache"));
    }

    @Test
    void the_same_sandbox_gets_its_own_address_again() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        var first = assertInstanceOf(Granted.class, ask("sandbox-1", "web", 0)).lease();
        assertEquals(new AlreadyHeld(first), ask("sandbox-1", "web", 60));
        assertEquals(List.of(first), book.leases());
    }

    @Test
    void a_newer_sandbox_takes_over_the_address_of_the_older_one() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        var older = assertInstanceOf(Granted.class, ask("old", "web", 0)).lease();
        var replaced = assertInstanceOf(Replaced.class, ask("new", "web", 5));
        assertEquals(older, replaced.older());
        assertEquals(
                new Lease(sandbox("new"), pod("web"), ENI_A, older.addresses(), secondsLater(5)), replaced.lease());
        assertEquals(List.of(replaced.lease()), book.leases());
        assertEquals(Optional.of(sandbox("new")), book.holder(Ip.parse("10.0.1.1")));
    }

    @Test
    void an_address_that_was_wired_by_another_way_is_not_taken_over() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        var older = assertInstanceOf(Granted.class, ask("old", "web", 0)).lease();
        var byRoute = new LeaseDesk(V4, HALF_A_MINUTE, EniSelection.MOST_IPS, Keeping.NOTHING, DatapathKind.VPC_ROUTE);
        var newer = assertInstanceOf(Granted.class, byRoute.ask(book, sandbox("new"), pod("web"), secondsLater(5)));
        assertEquals(DatapathKind.VPC_ROUTE, newer.lease().datapath());
        assertEquals(DualStack.ofIps(ips("10.0.1.2")), newer.lease().addresses());
        assertEquals(Optional.of(older), book.lease(sandbox("old")), "it stays until somebody ends it");
    }

    @Test
    void a_late_end_of_the_older_sandbox_harms_nothing() {
        book.stock(ENI_A, ips("10.0.1.1"));
        ask("old", "web", 0);
        var lease = assertInstanceOf(Replaced.class, ask("new", "web", 5)).lease();
        assertEquals(Optional.empty(), book.takeBack(sandbox("old"), secondsLater(6)));
        assertEquals(List.of(lease), book.leases());
        assertEquals(new Starved(0), ask("other", "db", 60));
    }

    @Test
    void a_second_interface_of_the_pod_is_an_attachment_of_its_own() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        ask("sandbox-1", "web", 0);
        var second = new AttachmentKey("sandbox-1", new LinkName("eth1"));
        assertInstanceOf(Granted.class, desk.ask(book, second, pod("web"), NOON));
        assertEquals(2, book.leases().size());
    }

    @Test
    void pods_of_one_name_in_two_namespaces_are_two_pods() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        ask("sandbox-1", "web", 0);
        var namesake = new PodRef("staging", "web");
        assertInstanceOf(Granted.class, desk.ask(book, sandbox("sandbox-2"), namesake, NOON));
    }

    @Test
    void an_address_just_returned_is_not_handed_out_again_before_it_has_rested() {
        book.stock(ENI_A, ips("10.0.1.1"));
        ask("sandbox-1", "web", 0);
        book.takeBack(sandbox("sandbox-1"), secondsLater(100));
        assertEquals(new Starved(1), ask("sandbox-2", "db", 100));
        assertEquals(new Starved(1), ask("sandbox-2", "db", 129));
        assertInstanceOf(Granted.class, ask("sandbox-2", "db", 130));
    }

    @Test
    void an_address_that_has_rested_goes_before_a_lower_one_that_rests() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        ask("sandbox-1", "web", 0);
        book.takeBack(sandbox("sandbox-1"), secondsLater(1));
        assertEquals("10.0.1.2", granted("db"));
    }

    @Test
    void an_address_returned_before_its_eni_was_stocked_rests_all_the_same() {
        var remembered = new Lease(
                sandbox("sandbox-1"), pod("web"), ENI_A, DualStack.v4(Ip.parse("10.0.1.1")), secondsLater(-9));
        book.restore(List.of(remembered));
        book.takeBack(sandbox("sandbox-1"), NOON);
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals(new Starved(1), ask("sandbox-2", "db", 29));
        assertInstanceOf(Granted.class, ask("sandbox-2", "db", 30));
    }

    @Test
    void nothing_rests_where_nothing_was_ever_returned() {
        var dual = new LeaseDesk(BOTH, HALF_A_MINUTE, EniSelection.MOST_IPS);
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        assertEquals(new Starved(0), dual.ask(book, sandbox("sandbox-1"), pod("web"), NOON));
    }

    @Test
    void most_ips_fills_the_largest_eni_first() {
        book.stock(ENI_A, ips("10.0.1.1"));
        book.stock(ENI_B, ips("10.0.2.1", "10.0.2.2"));
        assertEquals("10.0.2.1", granted("web"));
        assertEquals("10.0.2.2", granted("db"));
        assertEquals("10.0.1.1", granted("cache"));
    }

    @Test
    void least_ips_begins_with_the_smallest_eni() {
        var spreading = new LeaseDesk(V4, HALF_A_MINUTE, EniSelection.LEAST_IPS);
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.stock(ENI_B, ips("10.0.2.1"));
        var decision = spreading.ask(book, sandbox("sandbox-1"), pod("web"), NOON);
        assertEquals(ENI_B, assertInstanceOf(Granted.class, decision).lease().eni());
    }

    @Test
    void of_enis_of_one_size_the_first_by_name_serves() {
        book.stock(ENI_B, ips("10.0.2.1"));
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals("10.0.1.1", granted("web"));
    }

    @Test
    void both_families_come_from_one_eni() {
        var dual = new LeaseDesk(BOTH, HALF_A_MINUTE, EniSelection.MOST_IPS);
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2", "10.0.1.3"));
        book.stock(ENI_B, ips("10.0.2.1", "fd00::b1"));
        var lease = assertInstanceOf(Granted.class, dual.ask(book, sandbox("sandbox-1"), pod("web"), NOON))
                .lease();
        assertEquals(ENI_B, lease.eni());
        assertEquals(ips("10.0.2.1", "fd00::b1"), lease.addresses().all());
        assertEquals(new Starved(0), dual.ask(book, sandbox("sandbox-2"), pod("db"), NOON));
    }

    @Test
    void a_desk_that_serves_no_family_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new LeaseDesk(List.of(), HALF_A_MINUTE, EniSelection.MOST_IPS));
    }

    @Test
    void a_rest_shorter_than_none_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Cooldown(Duration.ofNanos(-1)));
    }

    private LeaseDecision ask(String sandbox, String pod, long second) {
        return desk.ask(book, sandbox(sandbox), pod(pod), secondsLater(second));
    }

    private String granted(String pod) {
        return assertInstanceOf(Granted.class, ask("sandbox-of-" + pod, pod, 2))
                .lease()
                .addresses()
                .all()
                .getFirst()
                .toString();
    }
}
