package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * A ledger that does one thing wrong and says that all is well.
 *
 * @param recorded what is written in the place of a lease; nothing where it is empty
 * @param forgets whether leases are struck out
 * @param reads whether what was written is read again
 */
record SpoiledLedger(LeaseLedger ledger, Writing recorded, boolean forgets, boolean reads) implements LeaseLedger {
    /** What becomes of a lease that is to be written down. */
    @FunctionalInterface
    interface Writing {
        Optional<Lease> of(Lease lease);
    }

    static LeaseLedger writingNothing(LeaseLedger ledger) {
        return new SpoiledLedger(ledger, _ -> Optional.empty(), true, true);
    }

    static LeaseLedger writingAnotherEni(LeaseLedger ledger) {
        return writing(
                ledger,
                lease -> new Lease(
                        lease.key(), lease.pod(), new EniId("eni-another"), lease.addresses(), lease.since()));
    }

    /** That of the first lease, for all. */
    static LeaseLedger writingOneAddress(LeaseLedger ledger) {
        var first = new AtomicReference<Optional<Lease>>(Optional.empty());
        return writing(ledger, lease -> {
            var model = first.updateAndGet(before -> before.or(() -> Optional.of(lease)))
                    .orElseThrow();
            return new Lease(lease.key(), lease.pod(), model.eni(), model.addresses(), lease.since());
        });
    }

    private static LeaseLedger writing(LeaseLedger ledger, UnaryOperator<Lease> instead) {
        return new SpoiledLedger(ledger, lease -> Optional.of(instead.apply(lease)), true, true);
    }

    static LeaseLedger forgettingNothing(LeaseLedger ledger) {
        return new SpoiledLedger(ledger, Optional::of, false, true);
    }

    static LeaseLedger readingNothing(LeaseLedger ledger) {
        return new SpoiledLedger(ledger, Optional::of, true, false);
    }

    @Override
    public LedgerOutcome record(Lease lease) {
        return recorded.of(lease).map(ledger::record).orElseGet(LedgerOutcome.Written::new);
    }

    @Override
    public LedgerOutcome forget(AttachmentKey key) {
        return forgets ? ledger.forget(key) : new LedgerOutcome.Written();
    }

    @Override
    public List<Lease> leases() {
        return reads ? ledger.leases() : List.of();
    }

    @Override
    public ReservationLedger reservations() {
        return ledger.reservations();
    }
}
