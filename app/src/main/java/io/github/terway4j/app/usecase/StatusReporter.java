package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportStatus;
import java.util.List;

/**
 * Ready while an address is at hand, or the pool knows of nothing that keeps it from bringing one. A node that serves
 * pods and has no place for more is ready, too: the runtime tells the cluster that a node without network is not, which
 * takes its pods out of their services.
 */
public final class StatusReporter implements ReportStatus {
    private final NodeBook book;

    public StatusReporter(NodeBook book) {
        this.book = book;
    }

    @Override
    public List<Reservation> reservations() {
        return book.ask(LeaseBook::reservations);
    }

    @Override
    public NodeStatus status() {
        var atHand = book.ask(leases ->
                leases.enis().stream().anyMatch(eni -> !leases.free(eni).isEmpty()));
        var serves = book.ask(leases -> !leases.leases().isEmpty());
        return book.trouble()
                .filter(trouble -> !atHand && !(serves && trouble instanceof Fault.Capacity))
                .<NodeStatus>map(NodeStatus.NotReady::new)
                .orElseGet(NodeStatus.Ready::new);
    }
}
