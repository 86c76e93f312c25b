package io.github.terway4j.ports;

import static io.github.terway4j.ports.Breaches.brokenBy;
import static io.github.terway4j.ports.Breaches.keptBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A promise that nobody can break promises nothing. */
final class LeaseLedgerContractTest {
    @Test
    void no_promise_is_kept_both_by_a_ledger_that_nods_and_is_empty_and_by_one_that_refuses_and_is_full_of_litter() {
        var kept = keptBy(Nodding.class);
        kept.retainAll(keptBy(Refusing.class));
        assertEquals(Set.of(), kept);
    }

    @Test
    void a_ledger_that_dies_with_the_agent_breaks_every_promise_about_the_next_opening() {
        assertEquals(
                Set.of(
                        "a_lease_of_the_same_key_is_written_over()",
                        "every_lease_comes_back_as_it_was()",
                        "every_opening_adds_to_what_was_there()",
                        "leases_come_in_the_order_of_their_keys()",
                        "thousands_of_leases_are_kept()",
                        "what_was_forgotten_can_be_recorded_again()",
                        "what_was_recorded_is_found_after_the_next_opening()"),
                brokenBy(Mortal.class));
    }

    @Test
    void a_ledger_that_forgets_only_until_the_next_opening_breaks_the_promise_that_it_stays_gone() {
        assertEquals(Set.of("what_was_forgotten_stays_gone_after_the_next_opening()"), brokenBy(Haunted.class));
    }

    @Test
    void a_ledger_of_reservations_that_dies_with_the_agent_keeps_but_the_promise_to_be_empty_at_first() {
        var broken = brokenBy(Forgetful.class);
        assertEquals(
                Set.of(
                        "every_reservation_comes_back_as_it_was()",
                        "what_is_kept_is_found_at_once_and_after_the_next_opening()",
                        "what_is_kept_stands_for_all_that_was_kept_before()"),
                broken);
    }

    @Test
    void one_that_hoards_breaks_the_promise_that_the_last_word_counts() {
        assertEquals(Set.of("what_is_kept_stands_for_all_that_was_kept_before()"), brokenBy(Hoarding.class));
    }

    static final class Nodding implements LeaseLedgerContract {
        @Override
        public LeaseLedger open() {
            return new Liar(new LedgerOutcome.Written(), List.of());
        }
    }

    static final class Refusing implements LeaseLedgerContract {
        @Override
        public LeaseLedger open() {
            var litter = new Lease(
                    new AttachmentKey("litter", new LinkName("eth0")),
                    new PodRef("default", "litter"),
                    new EniId("eni-9"),
                    DualStack.v4(Ip.parse("10.9.9.9")),
                    SINCE);
            return new Liar(new LedgerOutcome.Failed("no"), List.of(litter));
        }
    }

    static final class Mortal implements LeaseLedgerContract {
        @Override
        public LeaseLedger open() {
            return new InMemory(new TreeMap<>(), new TreeMap<>());
        }
    }

    static final class Haunted implements LeaseLedgerContract {
        private final Map<AttachmentKey, Lease> disk = new TreeMap<>();

        @Override
        public LeaseLedger open() {
            return new InMemory(new TreeMap<>(disk), disk);
        }
    }

    /** Has one answer to everything. */
    private record Liar(LedgerOutcome answer, List<Lease> leases) implements LeaseLedger {
        @Override
        public LedgerOutcome record(Lease lease) {
            return answer;
        }

        @Override
        public LedgerOutcome forget(AttachmentKey key) {
            return answer;
        }

        @Override
        public ReservationLedger reservations() {
            return new MortalReservations(new ArrayList<>());
        }
    }

    /** Forgets in memory alone. */
    private record InMemory(Map<AttachmentKey, Lease> memory, Map<AttachmentKey, Lease> disk) implements LeaseLedger {
        @Override
        public LedgerOutcome record(Lease lease) {
            memory.put(lease.key(), lease);
            disk.put(lease.key(), lease);
            return new LedgerOutcome.Written();
        }

        @Override
        public LedgerOutcome forget(AttachmentKey key) {
            memory.remove(key);
            return new LedgerOutcome.Written();
        }

        @Override
        public List<Lease> leases() {
            return List.copyOf(memory.values());
        }

        @Override
        public ReservationLedger reservations() {
            return new MortalReservations(new ArrayList<>());
        }
    }

    /** Remembers for as long as it lives. */
    private record MortalReservations(List<Reservation> kept) implements ReservationLedger {
        @Override
        public LedgerOutcome keep(List<Reservation> reservations) {
            kept.clear();
            kept.addAll(reservations);
            return new LedgerOutcome.Written();
        }
    }

    static final class Forgetful implements ReservationLedgerContract {
        @Override
        public ReservationLedger openReservations() {
            return new MortalReservations(new ArrayList<>());
        }
    }

    /** Adds to what was there. */
    static final class Hoarding implements ReservationLedgerContract {
        private final List<Reservation> hoard = new ArrayList<>();

        @Override
        public ReservationLedger openReservations() {
            return new ReservationLedger() {
                @Override
                public LedgerOutcome keep(List<Reservation> reservations) {
                    hoard.addAll(reservations);
                    return new LedgerOutcome.Written();
                }

                @Override
                public List<Reservation> kept() {
                    return List.copyOf(hoard);
                }
            };
        }
    }
}
