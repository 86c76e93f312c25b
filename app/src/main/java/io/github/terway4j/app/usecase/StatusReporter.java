package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.in.NodeStatus;
import io.github.terway4j.ports.in.ReportStatus;

/** Ready while an address is at hand, or the pool knows of nothing that keeps it from bringing one. */
public final class StatusReporter implements ReportStatus {
    private final NodeBook book;

    public StatusReporter(NodeBook book) {
        this.book = book;
    }

    @Override
    public NodeStatus status() {
        var atHand = book.ask(leases ->
                leases.enis().stream().anyMatch(eni -> !leases.free(eni).isEmpty()));
        return atHand
                ? new NodeStatus.Ready()
                : book.trouble().<NodeStatus>map(NodeStatus.NotReady::new).orElseGet(NodeStatus.Ready::new);
    }
}
