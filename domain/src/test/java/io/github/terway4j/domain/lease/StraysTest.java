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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.datapath.VethNames;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ledger was lost; default/web lives in sandbox-1 with 10.0.1.1, and only the kernel shows it. */
class StraysTest {
    private static final PodFacts WEB = new PodFacts(pod("web"), "uid-1", BandwidthLimit.NONE);
    private static final PodFacts DB = new PodFacts(pod("db"), "uid-2", BandwidthLimit.NONE);

    private final LeaseBook book = new LeaseBook();
    private final LeaseDesk desk = new LeaseDesk(List.of(IpFamily.V4), HALF_A_MINUTE, EniSelection.MOST_IPS);

    private static FoundAttachment found(String... addresses) {
        var key = sandbox("sandbox-1");
        return new FoundAttachment(key, VethNames.hostEnd(pod("web"), key.interfaceName()), ips(addresses));
    }

    private static Lease asBefore() {
        return Lease.of(
                sandbox("sandbox-1"),
                WEB,
                ENI_A,
                DualStack.ofIps(ips("10.0.1.1")),
                DatapathKind.VETH_POLICY_ROUTE,
                secondsLater(9));
    }

    @Test
    void nobody_else_gets_its_address_whether_it_was_found_before_it_was_stocked_or_after() {
        book.found(List.of(found("10.0.1.1")));
        book.stock(ENI_A, ips("10.0.1.1"));
        assertInstanceOf(LeaseDecision.Starved.class, desk.ask(book, sandbox("other"), DB, NOON));
        book.stock(ENI_B, ips("10.0.2.1"));
        book.found(List.of(new FoundAttachment(
                sandbox("sandbox-2"),
                VethNames.hostEnd(pod("cache"), sandbox("x").interfaceName()),
                ips("10.0.2.1"))));
        assertInstanceOf(LeaseDecision.Starved.class, desk.ask(book, sandbox("other"), DB, NOON));
    }

    @Test
    void nothing_of_it_is_given_up_nor_its_eni() {
        book.found(List.of(found("10.0.1.1")));
        assertFalse(book.mayGo(ENI_A), "nobody knows yet where the address is");
        assertFalse(book.mayGo(ENI_B), "nobody knows yet where the address is");
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.mark(ips("10.0.1.1", "10.0.1.2"));
        assertEquals(ips("10.0.1.2"), book.withhold(ips("10.0.1.1", "10.0.1.2")));
        assertFalse(book.mayGo(ENI_A));
        assertTrue(book.mayGo(ENI_B));
    }

    @Test
    void whoever_knows_its_pod_gives_it_its_lease_again() {
        book.found(List.of(found("10.0.1.1")));
        assertEquals(
                Optional.empty(), desk.adoption(book, sandbox("sandbox-1"), WEB, secondsLater(9)), "on which ENI?");
        book.stock(ENI_A, ips("10.0.1.1"));
        assertEquals(
                Optional.empty(), desk.adoption(book, sandbox("sandbox-1"), DB, secondsLater(9)), "it is not db's");
        assertEquals(Optional.of(asBefore()), desk.adoption(book, sandbox("sandbox-1"), WEB, secondsLater(9)));
        book.grant(asBefore());
        assertEquals(List.of(asBefore()), book.leases());
        assertEquals(List.of(), book.strays());
    }

    @Test
    void its_own_sandbox_gets_it_again_when_it_asks() {
        book.found(List.of(found("10.0.1.1")));
        assertInstanceOf(LeaseDecision.Starved.class, desk.ask(book, sandbox("sandbox-1"), WEB, NOON));
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        assertEquals(new LeaseDecision.Granted(asBefore()), desk.ask(book, sandbox("sandbox-1"), WEB, secondsLater(9)));
    }

    @Test
    void a_newer_sandbox_of_its_pod_takes_it_over() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.found(List.of(found("10.0.1.1")));
        var replaced = assertInstanceOf(
                LeaseDecision.Replaced.class, desk.ask(book, sandbox("sandbox-9"), WEB, secondsLater(9)));
        assertEquals(asBefore(), replaced.older());
        assertEquals(asBefore().addresses(), replaced.lease().addresses());
        assertEquals(List.of(replaced.lease()), book.leases());
        assertEquals(List.of(), book.strays());
    }

    @Test
    void one_that_ended_leaves_an_address_that_rests() {
        book.stock(ENI_A, ips("10.0.1.1"));
        book.found(List.of(found("10.0.1.1")));
        book.dismiss(sandbox("sandbox-1"), NOON);
        assertEquals(Standing.RESTING, book.standing(ips("10.0.1.1").getFirst()));
        assertEquals(List.of(), book.strays());
        book.dismiss(sandbox("sandbox-1"), NOON);
    }

    @Test
    void what_a_lease_speaks_of_is_no_stray() {
        book.stock(ENI_A, ips("10.0.1.1"));
        book.grant(asBefore());
        book.found(List.of(found("10.0.1.1")));
        assertEquals(List.of(), book.strays());
    }

    /** The newer sandbox has the lease; of the older one only the link is left. */
    @Test
    void a_link_whose_address_another_lease_names_is_no_stray() {
        book.grant(new Lease(sandbox("newer"), pod("web"), ENI_A, asBefore().addresses(), NOON));
        book.found(List.of(found("10.0.1.1")));
        assertEquals(List.of(), book.strays());
    }

    /** Nobody of ours makes such a thing, and nobody is given two addresses of a family. */
    @Test
    void one_with_two_addresses_of_a_family_keeps_both_and_gets_no_lease() {
        book.stock(ENI_A, ips("10.0.1.1", "10.0.1.2"));
        book.found(List.of(found("10.0.1.1", "10.0.1.2")));
        assertEquals(Optional.empty(), desk.adoption(book, sandbox("sandbox-1"), WEB, NOON));
        assertInstanceOf(LeaseDecision.Starved.class, desk.ask(book, sandbox("other"), DB, NOON));
    }
}
