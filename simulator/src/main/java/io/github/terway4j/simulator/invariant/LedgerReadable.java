package io.github.terway4j.simulator.invariant;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import java.util.Collection;
import java.util.List;

/** Whenever the agent dies, its ledger can be read into a book, and only an older lease of the same pod is set aside. */
public final class LedgerReadable implements Invariant {
    @Override
    public String name() {
        return "ledger-readable";
    }

    @Override
    public String sentence() {
        return "the ledger can be read into a book at any moment, and only an older lease of the same pod is set aside";
    }

    @Override
    public List<String> objections(Change change, Picture now) {
        return change instanceof Change.LeaseWritten(var node, var _)
                ? objections(node, now.node(node).leases.values())
                : List.of();
    }

    private static List<String> objections(String node, Collection<Lease> leases) {
        var book = new LeaseBook();
        return book.restore(leases).stream()
                .filter(lease -> book.leaseOf(lease.pod(), lease.key().interfaceName())
                        .filter(kept -> kept.addresses().equals(lease.addresses()))
                        .isEmpty())
                .map(lease -> "%s on %s would lose its lease of %s".formatted(lease.pod(), node, lease.addresses()))
                .toList();
    }
}
