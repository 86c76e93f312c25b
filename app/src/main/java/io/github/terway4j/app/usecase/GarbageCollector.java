package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.FoundAttachment;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Testimony;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.CollectGarbage;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Ends what the runtime no longer vouches for, where another witness agrees: the kernel, in which its link stands no
 * more, or the cluster, which has no such pod. A runtime that has just begun, or has lost its memory, vouches for nobody;
 * its word alone takes no pod's network.
 */
public final class GarbageCollector implements CollectGarbage {
    private final NodeBook book;
    private final PodDirectory pods;
    private final PodDetacher detacher;
    private final Wirer wirer;
    private final Orphans orphans;

    public GarbageCollector(NodeBook book, PodDirectory pods, PodDetacher detacher, Wirer wirer, Orphans orphans) {
        this.book = book;
        this.pods = pods;
        this.detacher = detacher;
        this.wirer = wirer;
        this.orphans = orphans;
    }

    @Override
    public DetachOutcome collect(Collection<AttachmentKey> valid) {
        var sight = wirer.sighted();
        if (sight.isEmpty()) {
            return new DetachOutcome.NotDetached(new Fault.Outside("the node's namespace cannot be read"));
        }
        var standing = sight.get().found();
        var denied = denied(standing, valid);
        book.deny(denied);
        var left = new ArrayList<DetachOutcome.NotDetached>();
        // One that cannot be ended keeps nobody else from being.
        denied.stream()
                .filter(key -> !stands(standing, key))
                .map(key -> detacher.detachIf(key, () -> !wirer.stands(key)))
                .forEach(outcome -> keep(left, outcome));
        var doubtful = denied.stream().filter(key -> stands(standing, key)).toList();
        if (!doubtful.isEmpty()) {
            endUnlessClusterKnows(doubtful, standing, left);
        }
        orphans.remove(sight.get()).map(DetachOutcome.NotDetached::new).ifPresent(left::add);
        return left.isEmpty() ? new DetachOutcome.Detached() : left.getFirst();
    }

    private List<AttachmentKey> denied(List<FoundAttachment> standing, Collection<AttachmentKey> valid) {
        var ours = new TreeSet<AttachmentKey>();
        book.ask(LeaseBook::leases).stream().map(Lease::key).forEach(ours::add);
        Stream.concat(book.ask(LeaseBook::strays).stream(), standing.stream())
                .map(FoundAttachment::key)
                .forEach(ours::add);
        ours.removeAll(valid);
        return List.copyOf(ours);
    }

    private void endUnlessClusterKnows(
            List<AttachmentKey> doubtful, List<FoundAttachment> standing, List<DetachOutcome.NotDetached> left) {
        switch (pods.census()) {
            case PodCensus.Complete(var _, var listed) -> {
                var testimony = new Testimony(listed, standing, doubtful);
                testimony.suspects(book.ask(LeaseBook::leases), book.ask(LeaseBook::strays)).stream()
                        .filter(doubtful::contains)
                        .map(key -> detacher.detachIf(key, () -> book.denied().contains(key)))
                        .forEach(outcome -> keep(left, outcome));
            }
            case PodCensus.Unreadable(var words) ->
                left.add(new DetachOutcome.NotDetached(
                        new Fault.Outside("%s may still be some pods', and the cluster does not say whether: %s"
                                .formatted(doubtful, words))));
        }
    }

    private static boolean stands(List<FoundAttachment> standing, AttachmentKey key) {
        return standing.stream().anyMatch(one -> one.key().equals(key));
    }

    private static void keep(List<DetachOutcome.NotDetached> left, DetachOutcome outcome) {
        Optional.of(outcome)
                .filter(DetachOutcome.NotDetached.class::isInstance)
                .map(DetachOutcome.NotDetached.class::cast)
                .ifPresent(left::add);
    }
}
