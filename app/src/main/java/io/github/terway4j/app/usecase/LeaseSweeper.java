package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.NodeSight;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.lease.Quarantine;
import io.github.terway4j.domain.lease.Testimony;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.ListedPod;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.PodCensus;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Ends leases whose pods are gone though nobody said so, gives leases to pods that have lost theirs, and has what somebody
 * removed of the others put back. A lease is ended
 * if the cluster's whole list has no such pod, the kernel or the runtime agrees, and both still say so in the next round;
 * a round in which one of them says nothing ends nothing.
 */
public final class LeaseSweeper {
    /** Terway's own. */
    private static final Duration EVERY = Duration.ofMinutes(5);

    /** So that the nodes of a cluster, started together, do not list their pods together for ever. */
    private static final Duration JITTER = Duration.ofMinutes(1);

    private final NodeBook book;
    private final PodDirectory pods;
    private final PodDetacher detacher;
    private final Adopter adopter;
    private final Orphans orphans;
    private final Mender mender;
    private final Wirer wirer;
    private final LeaseLedger ledger;
    private final ReservationKeeper reservations;
    private final LimitKeeper limits;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final RandomGenerator random;
    private final Meter meter;
    private final RoundMeter rounds;
    private Quarantine quarantine = Quarantine.EMPTY;
    private long newest = Long.MIN_VALUE;

    public LeaseSweeper(
            NodeBook book,
            PodDirectory pods,
            PodDetacher detacher,
            Adopter adopter,
            Orphans orphans,
            Mender mender,
            Wirer wirer,
            LeaseLedger ledger,
            ReservationKeeper reservations,
            LimitKeeper limits,
            Chronicle chronicle,
            Tasks tasks,
            RandomGenerator random,
            Meter meter) {
        this.book = book;
        this.pods = pods;
        this.detacher = detacher;
        this.adopter = adopter;
        this.orphans = orphans;
        this.mender = mender;
        this.wirer = wirer;
        this.ledger = ledger;
        this.reservations = reservations;
        this.limits = limits;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.random = random;
        this.meter = meter;
        this.rounds = new RoundMeter(Measurement.Loop.LEASE_SWEEPER, meter, tasks);
    }

    /** Goes on for ever. It sleeps between rounds, and looks at no clock: one that jumps shortens nobody's quarantine. */
    public void run() {
        while (true) {
            rounds.measured(this::round);
            tasks.sleep(EVERY.plusMillis(random.nextLong(JITTER.toMillis())));
        }
    }

    void round() {
        // The leases first: a pod that got its own after that is not missed in a list that was made before.
        var leases = book.ask(LeaseBook::leases);
        forgetUnleased();
        reservations.write();
        var census = pods.census();
        if (census instanceof PodCensus.Complete(var version, var listed) && version >= newest) {
            // The feed may have lost something.
            limits.told(listed.stream().map(ListedPod::facts).toList());
        }
        wirer.sighted().ifPresent(sight -> {
            if (census instanceof PodCensus.Complete(var version, var listed) && version >= newest) {
                newest = version;
                judge(leases, listed, sight);
            }
            mender.mend(sight);
        });
    }

    private void judge(List<Lease> leases, List<ListedPod> listed, NodeSight sight) {
        var testimony = new Testimony(listed, sight.found(), book.denied());
        var suspects = testimony.suspects(leases, book.ask(LeaseBook::strays));
        quarantine.confirmed(suspects).forEach(this::end);
        quarantine = new Quarantine(suspects);
        adopter.adopt(listed);
        orphans.remove(sight);
    }

    private void end(AttachmentKey key) {
        var lease = book.ask(leases -> leases.lease(key));
        var outcome = detacher.detachIf(key, () -> book.denied().contains(key) || !carries(key));
        if (outcome instanceof DetachOutcome.Detached) {
            lease.ifPresent(this::tell);
        }
    }

    private void tell(Lease ended) {
        meter.measured(new Measurement.Swept(Measurement.Leak.LEASE));
        chronicle.node(
                EventReason.RESOURCE_INVALID,
                "%s of %s came back: neither the cluster nor this node has the pod any more, and nobody ended it"
                        .formatted(ended.addresses(), ended.pod()));
    }

    /** Whether a pod may still speak through its link: one without an address and without a lease is nobody's. */
    private boolean carries(AttachmentKey key) {
        var leased = book.ask(leases -> leases.lease(key)).isPresent();
        return wirer.sighted()
                .map(sight -> sight.found().stream()
                        .anyMatch(one -> one.key().equals(key)
                                && (leased || !one.addresses().isEmpty())))
                .orElse(true);
    }

    /** What the ledger failed to forget, or wrote though it said that it had not. */
    private void forgetUnleased() {
        ledger.leases().stream()
                .map(Lease::key)
                .filter(this::unleased)
                .forEach(key -> detacher.detachIf(key, () -> unleased(key)));
    }

    private boolean unleased(AttachmentKey key) {
        return book.ask(leases -> leases.lease(key)).isEmpty();
    }
}
