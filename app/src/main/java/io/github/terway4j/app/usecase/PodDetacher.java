package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.DetachPod;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Ends attachments: the kernel first, then the ledger, then the book; whoever is stopped in between is taken up again. */
public final class PodDetacher implements DetachPod {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NodeBook book;
    private final LeaseDesk desk;
    private final LeaseLedger ledger;
    private final ReservationKeeper reservations;
    private final Wirer wirer;
    private final Tasks tasks;
    private final Turns turns;

    public PodDetacher(
            NodeBook book,
            LeaseDesk desk,
            LeaseLedger ledger,
            ReservationKeeper reservations,
            Wirer wirer,
            Tasks tasks,
            Turns turns) {
        this.book = book;
        this.desk = desk;
        this.ledger = ledger;
        this.reservations = reservations;
        this.wirer = wirer;
        this.tasks = tasks;
        this.turns = turns;
    }

    @Override
    public DetachOutcome detach(AttachmentKey key) {
        return detach(key, List.of());
    }

    @Override
    public DetachOutcome detach(AttachmentKey key, NetNs sandbox) {
        return detach(key, List.of(sandbox));
    }

    private DetachOutcome detach(AttachmentKey key, List<NetNs> sandboxes) {
        // An ADD of this sandbox that is still at work is waited for: only then can be known what there is to end.
        var fault = turns.inTurn(
                Turns.of(key), tasks.instant().plus(PATIENCE), () -> detachNow(key, sandboxes), () -> busy(key));
        return outcome(fault);
    }

    /** The same, if {@code still} is so once nobody else is at work on it. */
    DetachOutcome detachIf(AttachmentKey key, BooleanSupplier still) {
        return outcome(turns.inTurn(
                Turns.of(key),
                tasks.instant().plus(PATIENCE),
                () -> still.getAsBoolean() ? detachNow(key, List.of()) : Optional.empty(),
                () -> busy(key)));
    }

    private static DetachOutcome outcome(Optional<Fault> fault) {
        return fault.<DetachOutcome>map(DetachOutcome.NotDetached::new).orElseGet(DetachOutcome.Detached::new);
    }

    private Optional<Fault> detachNow(AttachmentKey key, List<NetNs> sandboxes) {
        return book.ask(leases -> leases.lease(key))
                .map(lease -> turns.inTurn(
                        Turns.of(lease.pod()),
                        tasks.instant().plus(PATIENCE),
                        () -> end(lease, sandboxes),
                        () -> busy(key)))
                .orElseGet(() -> endUnremembered(key, sandboxes));
    }

    /** What the book does not know, the kernel may still show and the ledger still hold. */
    private Optional<Fault> endUnremembered(AttachmentKey key, List<NetNs> sandboxes) {
        var fault = wirer.unwireUnremembered(key, sandboxes).or(() -> forget(key));
        if (fault.isEmpty()) {
            book.change(leases -> leases.dismiss(key, tasks.instant()));
            book.stocked.raise();
        }
        return fault;
    }

    private Optional<Fault> end(Lease lease, List<NetNs> sandboxes) {
        // A newer sandbox of the pod may have taken the lease over while we waited.
        if (book.ask(leases -> leases.lease(lease.key())).isEmpty()) {
            return endUnremembered(lease.key(), sandboxes);
        }
        var unwired = wirer.unwire(lease, sandboxes);
        if (unwired.isPresent()) {
            return unwired;
        }
        var now = tasks.instant();
        var keepsake = desk.keepsake(lease, now);
        keepsake.ifPresent(reservations::willKeep);
        try {
            var fault = forget(lease.key());
            if (fault.isEmpty()) {
                takeBack(lease, now);
            }
            return fault;
        } finally {
            keepsake.ifPresent(reservations::settled);
        }
    }

    private void takeBack(Lease lease, Instant now) {
        // What the pod was is remembered since its beginning: at its end the cluster may be away, or know it no more.
        book.change(leases -> desk.takeBack(leases, lease.key(), lease.workload(), now));
        book.stocked.raise();
    }

    private Optional<Fault> forget(AttachmentKey key) {
        return ledger.forget(key) instanceof LedgerOutcome.Failed(var words)
                ? Optional.of(new Fault.Outside("the ledger did not forget the lease: " + words))
                : Optional.empty();
    }

    private static Optional<Fault> busy(AttachmentKey key) {
        return Optional.of(new Fault.Outside("another call for sandbox %s is still at work".formatted(key)));
    }
}
