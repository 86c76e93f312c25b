package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.datapath.NodeSight;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.ports.out.Tasks;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes rules of ours, and ways to slaves, for addresses which are nobody's. */
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
    Optional<Fault> remove(NodeSight sight) {
        var host = sight.host();
        var idle = Stream.concat(Leftovers.unrouted(host).stream(), sight.unanswered().stream())
                .distinct()
                .toList();
        var nobodys = book.ask(leases -> leases.layAside(idle, tasks.instant()));
        var steps = new ArrayList<>(Leftovers.rulesFor(host, nobodys));
        steps.addAll(sight.waysTo(nobodys));
        return wirer.apply(steps);
    }
}
