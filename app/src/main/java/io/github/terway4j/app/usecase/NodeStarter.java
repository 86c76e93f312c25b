package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.LeaseDesk;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Tasks;
import java.util.List;
import java.util.Optional;

/**
 * What is done once before the first call is answered: remember the leases and what stands in the kernel without one, and
 * let the node forward.
 */
public final class NodeStarter {
    private final Kernel kernel;
    private final LeaseLedger ledger;
    private final Node node;
    private final NodeBook book;
    private final LeaseDesk desk;
    private final HostSettings settings;
    private final Tasks tasks;

    public NodeStarter(
            Kernel kernel,
            LeaseLedger ledger,
            Node node,
            NodeBook book,
            LeaseDesk desk,
            HostSettings settings,
            Tasks tasks) {
        this.kernel = kernel;
        this.ledger = ledger;
        this.node = node;
        this.book = book;
        this.desk = desk;
        this.settings = settings;
        this.tasks = tasks;
    }

    /** Returns why the node cannot serve pods; empty when it can. */
    public Optional<Fault> start() {
        var remembered = ledger.leases();
        var kept = ledger.reservations().kept();
        book.ask(leases -> leases.restore(remembered)).forEach(lease -> ledger.forget(lease.key()));
        return switch (kernel.observe(node.host(), List.of())) {
            case Observation.Seen(var host) -> {
                var sight = Wirer.sighted(kernel, host, book, node.wirings());
                if (sight.isEmpty()) {
                    yield Optional.of(new Fault.Outside("links in pods cannot be listed"));
                }
                // Before anything is in stock: what the ledger has lost, a damaged one all of it, the kernel still
                // shows.
                book.change(leases -> {
                    leases.found(sight.get().found());
                    desk.keepAgain(leases, kept, tasks.instant());
                });
                yield settings.settle(host);
            }
            case Observation.NoSuchNamespace(var _, var words) -> Optional.of(new Fault.Configuration(words));
            case Observation.Unreadable(var _, var words) -> Optional.of(new Fault.Outside(words));
        };
    }
}
