package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds pods that run to the limits that stand on them now. A lease remembers what its pod is held to; what a pod is told to
 * want, less that, is done. What could not be done is left until the pod is told of again: with its next change, or by
 * the next list of all pods.
 */
public final class LimitKeeper {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Chosen: it is woken when there is something to do. */
    private static final Duration LONG = Duration.ofHours(1);

    private final Node node;
    private final NodeBook book;
    private final LeaseLedger ledger;
    private final LimitChanger changer;
    private final AnnotationTeller annotations;
    private final LimitTeller limits;
    private final Tasks tasks;
    private final Turns turns;
    private final Tasks.Signal news;
    private final Map<PodRef, PodFacts> pending = new TreeMap<>();

    public LimitKeeper(
            Node node,
            NodeBook book,
            LeaseLedger ledger,
            Kernel kernel,
            AnnotationTeller annotations,
            Chronicle chronicle,
            Tasks tasks,
            Turns turns) {
        this.node = node;
        this.book = book;
        this.ledger = ledger;
        this.changer = new LimitChanger(kernel, tasks);
        this.annotations = annotations;
        this.limits = new LimitTeller(chronicle);
        this.tasks = tasks;
        this.turns = turns;
        this.news = tasks.signal("limits told");
    }

    /** The cluster says this of these pods. Returns at once, whatever has to be done about it. */
    public void told(Collection<PodFacts> pods) {
        var byName = new TreeMap<PodRef, PodFacts>();
        pods.forEach(facts -> byName.put(facts.pod(), facts));
        var concerned = book.ask(LeaseBook::leases).stream()
                .filter(lease -> byName.containsKey(lease.pod()) && concerns(lease, byName.get(lease.pod())))
                .map(Lease::pod)
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        synchronized (pending) {
            concerned.forEach(pod -> pending.put(pod, byName.get(pod)));
        }
        news.raise();
    }

    /** One without terms may be about to get them. */
    private static boolean concerns(Lease lease, PodFacts pod) {
        return lease.terms()
                .map(terms -> !wanted(pod, terms).equals(terms.limit())
                        || !pod.complaints().isEmpty())
                .orElse(true);
    }

    private static BandwidthLimit wanted(PodFacts pod, Terms terms) {
        return pod.bandwidth().limit(terms.runtimes(), terms.limit());
    }

    /** Goes on for ever. */
    public void run() {
        while (true) {
            var seen = news.count();
            round();
            news.awaitBeyond(seen, tasks.instant().plus(LONG));
        }
    }

    private void round() {
        List<PodFacts> pods;
        synchronized (pending) {
            pods = List.copyOf(pending.values());
            pending.clear();
        }
        for (var pod : pods) {
            book.ask(LeaseBook::leases).stream()
                    .filter(lease -> lease.pod().equals(pod.pod()))
                    .map(Lease::key)
                    .forEach(key -> turns.inTurn(
                            Turns.of(key, pod.pod()),
                            tasks.instant().plus(PATIENCE),
                            () -> hold(key, pod),
                            () -> false));
        }
    }

    private boolean hold(AttachmentKey key, PodFacts pod) {
        var lease = book.ask(leases -> leases.lease(key))
                .filter(held -> held.podUid().isEmpty() || held.podUid().equals(pod.uid()));
        return lease.flatMap(Lease::terms)
                .map(terms -> hold(lease.get(), terms, pod))
                .orElse(false);
    }

    private boolean hold(Lease lease, Terms terms, PodFacts pod) {
        annotations.tell(pod.pod(), pod.complaints());
        var wanted = wanted(pod, terms);
        if (wanted.equals(terms.limit())) {
            return true;
        }
        var wiring = new PodWiring(lease.key(), lease.pod(), terms.netns(), lease.addresses(), terms.mtu(), wanted);
        var places = lease.datapath().datapath().limits(wiring.waiting(terms.waiting()), node.host());
        var fault = changer.change(lease, terms, places, wanted);
        if (fault.isPresent()) {
            limits.failed(pod.pod(), wanted, fault.get());
            return false;
        }
        var changed = lease.on(terms.limitedTo(wanted));
        // The kernel first: if the ledger does not hear of it, the same is done once more.
        if (!(ledger.record(changed) instanceof LedgerOutcome.Written)) {
            return false;
        }
        book.change(leases -> leases.grant(changed));
        limits.changed(pod.pod(), terms.limit(), wanted);
        limits.unheld(pod.pod(), terms.limitedTo(wanted), places);
        return true;
    }
}
