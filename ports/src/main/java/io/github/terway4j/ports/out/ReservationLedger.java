package io.github.terway4j.ports.out;

import io.github.terway4j.domain.lease.Reservation;
import java.util.List;

/**
 * Remembers which addresses are kept for pods that are gone and may come back. A sandbox does not outlive its host, but a
 * reservation does, so this outlives a power cut, too.
 */
public interface ReservationLedger {
    /** When this has returned {@code Written}, these are found again, and no others. */
    LedgerOutcome keep(List<Reservation> reservations);

    /** What was kept last, in the order in which it was given. */
    List<Reservation> kept();
}
