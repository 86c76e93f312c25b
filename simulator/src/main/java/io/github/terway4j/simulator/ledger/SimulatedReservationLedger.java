package io.github.terway4j.simulator.ledger;

import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.util.List;

/** Reservations on the same disk as the leases. */
record SimulatedReservationLedger(SimulatedDisk disk, WayToDisk way) implements ReservationLedger {
    @Override
    public LedgerOutcome keep(List<Reservation> reservations) {
        return way.through("keep " + reservations.size() + " reservations", () -> {
            disk.write(reservations);
            return new LedgerOutcome.Written();
        });
    }

    @Override
    public List<Reservation> kept() {
        return disk.reservations();
    }
}
