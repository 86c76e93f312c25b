package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.ports.out.Tasks;
import java.util.Optional;

/** Removes rules of ours that speak of addresses which are nobody's. */
public final class Orphans {
    private final NodeBook book;
    private final Wirer wirer;
    private final Tasks tasks;

    public Orphans(NodeBook book, Wirer wirer, Tasks tasks) {
        this.book = book;
        this.wirer = wirer;
        this.tasks = tasks;
    }

    /** What was seen may be a moment old: a pod that got such an address meanwhile holds it, and nobody gets it from here. */
    Optional<Fault> remove(KernelState host) {
        var unrouted = Leftovers.unrouted(host);
        var nobodys = book.ask(leases -> leases.layAside(unrouted, tasks.instant()));
        return wirer.apply(Leftovers.rulesFor(host, nobodys));
    }
}
