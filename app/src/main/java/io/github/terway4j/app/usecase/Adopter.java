package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;

/**
 * Gives pods that live with an address, and whose lease was lost, a lease again: the kernel shows the sandbox and its
 * addresses, the cloud on which ENI they are, and the cluster which pod it is.
 */
public final class Adopter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NodeBook book;
    private final LeaseDesk desk;
    private final LeaseLedger ledger;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final Turns turns;

    public Adopter(NodeBook book, LeaseDesk desk, LeaseLedger ledger, Chronicle chronicle, Tasks tasks, Turns turns) {
        this.book = book;
        this.desk = desk;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.turns = turns;
    }

    /**
     * Those that are some pod's of these, of an evicted one, too: its sandbox stands. The others keep what they have, and are
     * nobody else's.
     */
    void adopt(List<ListedPod> listed) {
        for (var stray : book.ask(LeaseBook::strays)) {
            listed.stream()
                    .filter(pod -> !pod.hostNetwork())
                    .map(ListedPod::facts)
                    .filter(pod -> stray.isOf(pod.pod()))
                    .findFirst()
                    .ifPresent(pod -> turns.inTurn(
                            Turns.of(stray.key(), pod.pod()),
                            tasks.instant().plus(PATIENCE),
                            () -> adopt(stray, pod),
                            () -> false));
        }
    }

    private boolean adopt(FoundAttachment stray, PodFacts pod) {
        var lease = book.ask(leases -> desk.adoption(leases, stray.key(), pod, tasks.instant()));
        // The ledger first, as with any lease; if it does not take it, the next round asks it again.
        return lease.filter(lost -> ledger.record(lost) instanceof LedgerOutcome.Written)
                .map(this::adopted)
                .orElse(false);
    }

    private boolean adopted(Lease lease) {
        book.change(leases -> leases.grant(lease));
        chronicle.node(
                EventReason.RESOURCE_INVALID,
                "the lease of %s for %s on %s was lost, and is rebuilt from what stands in the kernel"
                        .formatted(lease.pod(), lease.addresses(), lease.eni()));
        return true;
    }
}
