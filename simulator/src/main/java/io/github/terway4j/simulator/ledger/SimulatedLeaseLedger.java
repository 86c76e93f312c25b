package io.github.terway4j.simulator.ledger;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.util.List;

/** The ledger of one life of an agent; its next life opens another one on the same disk. */
public final class SimulatedLeaseLedger implements LeaseLedger {
    private final SimulatedDisk disk;
    private final WayToDisk way;

    public SimulatedLeaseLedger(SimulatedDisk disk, WayToDisk way) {
        this.disk = disk;
        this.way = way;
    }

    @Override
    public LedgerOutcome record(Lease lease) {
        return way.through("record " + lease.key(), () -> {
            disk.write(lease);
            return new LedgerOutcome.Written();
        });
    }

    @Override
    public LedgerOutcome forget(AttachmentKey key) {
        return way.through("forget " + key, () -> {
            disk.erase(key);
            return new LedgerOutcome.Written();
        });
    }

    @Override
    public List<Lease> leases() {
        return disk.leases();
    }

    @Override
    public ReservationLedger reservations() {
        return new SimulatedReservationLedger(disk, way);
    }
}
