package io.github.terway4j.ports.out;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.List;

/**
 * Remembers leases across the death of the agent, at whatever instruction it dies. After a power cut it may have
 * forgotten the last ones, but can be read.
 */
public interface LeaseLedger {
    /** When this has returned {@code Written}, the lease is found again. A lease of the same key is written over. */
    LedgerOutcome record(Lease lease);

    /** When this has returned {@code Written}, there is no lease of this key; there need not have been one. */
    LedgerOutcome forget(AttachmentKey key);

    /** All leases, in the order of their keys. */
    List<Lease> leases();

    /** What is kept for pods that are gone stands beside the leases, and is written with more care. */
    ReservationLedger reservations();
}
