package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.BehindUs;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.Terms;
import io.github.terway4j.domain.pod.BandwidthLimit;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.in.CheckAttachment;
import io.github.terway4j.ports.in.CheckOutcome;
import io.github.terway4j.ports.in.Told;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.PodDirectory;
import io.github.terway4j.ports.out.PodLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Subtracts what is seen in both namespaces from what the attachment needs there, and from what the runtime was told. */
public final class AttachmentChecker implements CheckAttachment {
    private final PodDirectory pods;
    private final NodeBook book;
    private final Blueprint blueprint;
    private final Kernel kernel;

    public AttachmentChecker(PodDirectory pods, NodeBook book, Blueprint blueprint, Kernel kernel) {
        this.pods = pods;
        this.book = book;
        this.blueprint = blueprint;
        this.kernel = kernel;
    }

    @Override
    public CheckOutcome check(AttachRequest request, Told told) {
        var lease = book.ask(leases -> leases.lease(request.key()));
        return lease.map(held -> check(request, held, told)).orElseGet(CheckOutcome.Unknown::new);
    }

    /** Held to what stands on the pod now; where the cluster says nothing, to what it was held to last. */
    private PodWiring wiring(AttachRequest request, Lease lease) {
        var before = lease.terms().map(Terms::limit).orElse(BandwidthLimit.NONE);
        if (pods.find(request.pod(), request.podUid()) instanceof PodLookup.Found(var facts)) {
            var annotated = facts.bandwidth();
            var runtimes = lease.terms().map(Terms::runtimes).orElseGet(() -> annotated.heard(request.bandwidth()));
            return blueprint.of(request.amongst(facts.interfaces()), lease, annotated.limit(runtimes, before));
        }
        return blueprint.of(request, lease, lease.terms().isPresent() ? before : request.bandwidth());
    }

    private CheckOutcome check(AttachRequest request, Lease lease, Told told) {
        var serving = book.serving(lease.eni());
        if (serving.isEmpty()) {
            return new CheckOutcome.Missing(List.of("device of " + lease.eni()));
        }
        var lends = lease.datapath().datapath().lendsDevice();
        var known = serving.get().wiring();
        var eni = lends ? new Whereabouts(kernel).known(known, request.netns()) : known;
        var asked = wiring(request, lease);
        var pod = asked.isToBeSeen() ? new Whereabouts(kernel).settled(asked) : asked;
        return subtract(lease.datapath().datapath().attached(pod, eni), pod, told);
    }

    private CheckOutcome subtract(DatapathPlan plan, PodWiring pod, Told told) {
        var seen = new TreeMap<NetNs, KernelState>();
        for (var ns : plan.namespaces()) {
            switch (look(ns, plan, pod)) {
                case Observation.Seen(var state) -> seen.put(ns, state);
                // A namespace that is gone holds nothing: all that should be in it is missing.
                case Observation.NoSuchNamespace _ -> {}
                case Observation.Unreadable(var unread, var words) -> {
                    return new CheckOutcome.Unreadable(
                            new Fault.Outside("namespace %s cannot be read: %s".formatted(unread, words)));
                }
            }
        }
        var missing = new ArrayList<>(ToldAndSeen.missing(told, pod, seen));
        seen.computeIfPresent(pod.netns(), (_, state) -> BehindUs.asWeLeftIt(state, pod, ToldAndSeen.mtu(told)));
        KernelDiff.between(plan, seen).missing().forEach(object -> missing.add(object.words()));
        return missing.isEmpty() ? new CheckOutcome.AllThere() : new CheckOutcome.Missing(missing);
    }

    /** All of the pod's namespace, for it may hold what speaks against the plan; of the node's, what the plan names. */
    private Observation look(NetNs ns, DatapathPlan plan, PodWiring pod) {
        return ns.equals(pod.netns()) ? kernel.observe(ns, plan.sysctlKeys(ns)) : kernel.glance(Sought.of(plan, ns));
    }
}
