package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.Leftovers;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.CollectGarbage;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.DetachPod;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Ends what the runtime no longer vouches for: leases, links of ours without a lease, and rules of ours without either. */
public final class GarbageCollector implements CollectGarbage {
    private final NodeBook book;
    private final DetachPod detacher;
    private final Wirer wirer;

    public GarbageCollector(NodeBook book, DetachPod detacher, Wirer wirer) {
        this.book = book;
        this.detacher = detacher;
        this.wirer = wirer;
    }

    @Override
    public DetachOutcome collect(Collection<AttachmentKey> valid) {
        var ended = new TreeSet<AttachmentKey>();
        book.ask(leases -> leases.leases()).stream().map(Lease::key).forEach(ended::add);
        var host = wirer.observed();
        if (host.isEmpty()) {
            return new DetachOutcome.NotDetached(new Fault.Outside("the node's namespace cannot be read"));
        }
        ended.addAll(Leftovers.attachments(host.get()));
        ended.removeAll(valid);
        // One that cannot be ended keeps nobody else from being.
        var left = ended.stream()
                .map(detacher::detach)
                .filter(DetachOutcome.NotDetached.class::isInstance)
                .toList();
        var orphans = orphans(host.get()).map(DetachOutcome.NotDetached::new);
        return left.stream().findFirst().or(() -> orphans).orElseGet(DetachOutcome.Detached::new);
    }

    private Optional<Fault> orphans(KernelState host) {
        var held = book.ask(leases -> leases.leases()).stream()
                .flatMap(lease -> lease.addresses().all().stream())
                .toList();
        return wirer.apply(Leftovers.orphanedRules(host, held));
    }
}
