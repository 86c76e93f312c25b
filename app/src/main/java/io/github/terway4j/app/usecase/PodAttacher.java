package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseDecision;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.domain.pod.PodFacts;
import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.PodNetwork;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Gives a sandbox its address and wires it. Never calls the cloud: an address is there, or the pool is asked for one
 * and this waits, as long as the caller does.
 */
public final class PodAttacher implements AttachPod {
    private final PodDirectory pods;
    private final Counter counter;
    private final LeaseLedger ledger;
    private final Blueprint blueprint;
    private final Wirer wirer;
    private final Chronicle chronicle;
    private final AnnotationTeller annotations;
    private final LimitTeller limits;
    private final Tasks tasks;
    private final Turns turns;

    public PodAttacher(
            PodDirectory pods,
            Counter counter,
            LeaseLedger ledger,
            Blueprint blueprint,
            Wirer wirer,
            Chronicle chronicle,
            AnnotationTeller annotations,
            Tasks tasks,
            Turns turns) {
        this.pods = pods;
        this.counter = counter;
        this.ledger = ledger;
        this.blueprint = blueprint;
        this.wirer = wirer;
        this.chronicle = chronicle;
        this.annotations = annotations;
        this.limits = new LimitTeller(chronicle);
        this.tasks = tasks;
        this.turns = turns;
    }

    @Override
    public AttachOutcome attach(AttachRequest request) {
        var begun = tasks.instant();
        var outcome = turns.inTurn(
                Turns.of(request.key(), request.pod()),
                request.deadline(),
                () -> attachNow(request),
                () -> busy(request));
        tell(request, outcome, Duration.between(begun, tasks.instant()));
        return outcome;
    }

    private AttachOutcome attachNow(AttachRequest request) {
        return blueprint.objection(request).map(PodAttacher::refused).orElseGet(() -> attachKnown(request));
    }

    private AttachOutcome attachKnown(AttachRequest request) {
        return switch (pods.find(request.pod(), request.podUid())) {
            case PodLookup.Found(var facts) -> attachNow(request.amongst(facts.interfaces()), facts);
            case PodLookup.Absent() ->
                refused(new Fault.Outside("the cluster knows no pod %s%s on this node"
                        .formatted(
                                request.pod(), request.podUid().isEmpty() ? "" : " with the uid " + request.podUid())));
            case PodLookup.Unreadable(var words) ->
                refused(new Fault.Outside("pod %s could not be read: %s".formatted(request.pod(), words)));
        };
    }

    private AttachOutcome attachNow(AttachRequest request, PodFacts facts) {
        annotations.tell(request.pod(), facts.complaints());
        var refusals = facts.bandwidth().refusals();
        // Kubernetes' own annotations keep a pod from starting wherever they make no sense; so no pod that was to be
        // limited runs without a limit.
        if (!refusals.isEmpty()) {
            return refused(new Fault.Request(AnnotationTeller.words(refusals)));
        }
        var objection = blueprint.objection(facts);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        var understood = blueprint.understood(facts);
        return attachNow(request, understood, counter.ask(request, understood));
    }

    private AttachOutcome attachNow(AttachRequest request, PodFacts facts, LeaseDecision decision) {
        return switch (decision) {
            case LeaseDecision.AlreadyHeld(var lease) -> wireAgain(request, lease, terms(request, facts, lease));
            case LeaseDecision.Granted(var lease) ->
                wireOrRollBack(request, lease.on(terms(request, facts, lease)), List.of());
            case LeaseDecision.Replaced(var lease, var older) ->
                wireOrRollBack(request, lease.on(terms(request, facts, lease)), List.of(older));
            case LeaseDecision.Starved _ -> refused(counter.whyStarved());
            case LeaseDecision.Awaiting(var kept) ->
                refused(new Fault.Outside("%s, which serves nobody at present".formatted(kept.words())));
        };
    }

    private static Terms terms(AttachRequest request, PodFacts facts, Lease lease) {
        var annotated = facts.bandwidth();
        var heard = annotated.heard(request.bandwidth());
        var before = lease.terms().map(Terms::limit).orElse(BandwidthLimit.NONE);
        return new Terms(
                request.lasting(),
                request.mtu(),
                heard,
                annotated.limit(heard, before),
                request.configured().queueing().waiting(facts.priority()));
    }

    /** What it gets it has by right already; the ledger hears of it only if it is wired on other terms than before. */
    private AttachOutcome wireAgain(AttachRequest request, Lease lease, Terms terms) {
        var again = lease.on(terms);
        if (!again.equals(lease) && ledger.record(again) instanceof LedgerOutcome.Written) {
            counter.keep(again);
        }
        return wire(request, again);
    }

    private AttachOutcome wireOrRollBack(AttachRequest request, Lease lease, List<Lease> older) {
        // The ledger first: a crash after this line leaves a lease without a link, which the next ADD or DEL of the
        // sandbox, or garbage collection, finds. The other order would leave a link without a lease.
        var fault = written(lease, older);
        if (fault.isPresent()) {
            // What the ledger failed to write it may have written all the same.
            ledger.forget(lease.key());
            counter.takeBack(lease.key());
            return refused(fault.get());
        }
        counter.keep(lease);
        older.forEach(wirer::withdraw);
        var outcome = wire(request, lease);
        if (outcome instanceof AttachOutcome.NotAttached
                && wirer.unwire(lease, List.of(request.netns())).isEmpty()) {
            ledger.forget(lease.key());
            counter.takeBack(lease.key());
        }
        return outcome;
    }

    /** The new lease before the older is forgotten: of two for one address, a reader believes the younger. */
    private Optional<Fault> written(Lease lease, List<Lease> older) {
        var outcome = ledger.record(lease);
        for (var ended : older) {
            if (outcome instanceof LedgerOutcome.Written) {
                outcome = ledger.forget(ended.key());
            }
        }
        return outcome instanceof LedgerOutcome.Failed(var words)
                ? Optional.of(new Fault.Outside("the ledger did not take the lease: " + words))
                : Optional.empty();
    }

    private AttachOutcome wire(AttachRequest request, Lease lease) {
        var serving = counter.serving(lease, request.deadline());
        if (serving.isEmpty()) {
            return refused(new Fault.Outside("%s, which carries %s of %s, is no device of this node now"
                    .formatted(lease.eni(), lease.addresses(), lease.pod())));
        }
        var terms =
                lease.terms().orElseThrow(() -> new IllegalStateException("%s is wired on no terms".formatted(lease)));
        var pod = blueprint.of(request, lease, terms.limit());
        var eni = serving.get().wiring();
        var outcome = wirer.wire(lease.datapath().datapath(), pod, eni)
                .map(PodAttacher::refused)
                .orElseGet(() -> attached(pod, lease, serving.get()));
        if (outcome instanceof AttachOutcome.Attached) {
            limits.unheld(pod.pod(), terms, lease.datapath().datapath().limits(pod, eni.host()));
        }
        return outcome;
    }

    private static AttachOutcome attached(PodWiring pod, Lease lease, ServingEni serving) {
        return new AttachOutcome.Attached(new PodNetwork(
                pod.hostLink(),
                pod.hostMac(),
                pod.key().interfaceName(),
                lease.datapath().datapath().podMac(pod.key(), serving.wiring()),
                pod.mtu(),
                lease.eni(),
                lease.addresses().map(serving::onSubnet),
                lease.datapath().datapath().gateways(serving.wiring()),
                !lease.datapath().datapath().standsBeyond()));
    }

    private static AttachOutcome busy(AttachRequest request) {
        return refused(new Fault.Outside(
                "another call for sandbox %s or pod %s is still at work".formatted(request.key(), request.pod())));
    }

    private static AttachOutcome refused(Fault why) {
        return new AttachOutcome.NotAttached(why);
    }

    private void tell(AttachRequest request, AttachOutcome outcome, Duration took) {
        switch (outcome) {
            // Terway's own performance tests read this sentence.
            case AttachOutcome.Attached(var network) ->
                chronicle.pod(
                        request.pod(),
                        EventReason.ALLOC_IP_SUCCEED,
                        "Alloc IP %s took %sms"
                                .formatted(
                                        network.addresses().map(InterfaceAddress::ip), took.toNanos() / 1_000_000.0));
            case AttachOutcome.NotAttached(var why) ->
                chronicle.pod(request.pod(), EventReason.ALLOC_IP_FAILED, why.words());
        }
    }
}
