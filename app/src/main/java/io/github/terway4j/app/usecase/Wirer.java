package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.Datapath;
import io.github.terway4j.domain.datapath.DatapathKind;
import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.EniQueues;
import io.github.terway4j.domain.datapath.EniWiring;
import io.github.terway4j.domain.datapath.ExclusiveEni;
import io.github.terway4j.domain.datapath.FarMark;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.NodeSight;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.domain.datapath.PodWiring;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.HintOutcome;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.RdmaHints;
import io.github.terway4j.ports.out.Tasks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Wires attachments and takes them apart, and tells in words what the kernel had against it. */
public final class Wirer {
    /** Chosen: a namespace takes some hundredths of a second to die, and longer where many die at once. */
    private static final Duration LETTING_GO = Duration.ofSeconds(2);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final Logger LOG = System.getLogger(Wirer.class.getName());

    private final Kernel kernel;
    private final RdmaHints hints;
    private final NetNs host;
    private final NodeBook book;
    private final List<DatapathKind> now;
    private final Tasks tasks;
    private final Whereabouts whereabouts;

    public Wirer(Kernel kernel, RdmaHints hints, Node node, NodeBook book, Tasks tasks) {
        this.kernel = kernel;
        this.hints = hints;
        this.host = node.host();
        this.book = book;
        this.now = node.wirings();
        this.tasks = tasks;
        this.whereabouts = new Whereabouts(kernel);
    }

    Optional<Fault> wire(Datapath datapath, PodWiring pod, EniWiring eni) {
        var device = datapath.lendsDevice() ? whereabouts.known(eni, pod.netns()) : eni;
        var fault = perform(datapath.pod(pod, device).steps(), pod);
        // What an interface among others needs beside is numbered like the interface, which has its number from the
        // kernel. All that is there already counts as done.
        var settled = fault.isEmpty() && pod.isToBeSeen()
                ? fault(kernel.apply(
                        datapath.pod(whereabouts.settled(pod), device).steps()))
                : fault;
        if (settled.isEmpty() && eni.rdma()) {
            hint(pod, eni);
        }
        return settled;
    }

    /** A pod without a hint speaks TCP, which is better than no pod. */
    private void hint(PodWiring pod, EniWiring eni) {
        switch (hints.give(host, eni.mac(), pod.netns(), pod.key().interfaceName())) {
            case HintOutcome.Given(var device) -> LOG.log(Level.DEBUG, "{0} may speak by {1}", pod.pod(), device);
            case HintOutcome.NotHere(var words) ->
                LOG.log(Level.INFO, "{0} gets no hint of RDMA: {1}", pod.pod(), words);
            case HintOutcome.Refused(var words) ->
                LOG.log(Level.WARNING, "{0} gets no hint of RDMA: {1}", pod.pod(), words);
        }
    }

    private Optional<Fault> perform(List<KernelStep> steps, PodWiring pod) {
        return switch (kernel.apply(steps)) {
            case KernelOutcome.Occupied(var _, var words) ->
                cleared(pod) ? fault(kernel.apply(steps)) : Optional.of(new Fault.Request(words));
            case KernelOutcome outcome -> fault(outcome);
        };
    }

    /**
     * Whether a link of ours stood in the way and is gone: of an older sandbox of the pod, or retired and not yet
     * deleted. Nobody else has links of this name.
     */
    private boolean cleared(PodWiring pod) {
        return observed()
                        .flatMap(state -> state.link(pod.hostLink()))
                        .filter(link -> Ownership.attachment(link.alias()).isPresent())
                        .map(link -> kernel.apply(condemned(link)) instanceof KernelOutcome.Applied)
                        .orElse(false)
                || withdrawn(pod);
    }

    /** The same of one in the pod itself, which an earlier try has left there with other addresses. */
    private boolean withdrawn(PodWiring pod) {
        return whereabouts.seen(pod.netns()).stream()
                        .flatMap(state -> state.link(pod.key().interfaceName()).stream())
                        .flatMap(link -> FarMark.of(link.alias()).stream())
                        .anyMatch(mark -> mark.key().equals(pod.key()))
                && kernel.apply(List.of(new KernelStep.Withdraw(host, pod.key()))) instanceof KernelOutcome.Applied;
    }

    private List<KernelStep> condemned(Link link) {
        return List.of(new KernelStep.Retire(host, link.name(), link.alias()), new KernelStep.ReapRetired(host));
    }

    /**
     * Stops the traffic of an attachment and retires its link, by the way that it was wired.
     *
     * @param sandboxes its namespace, if that may still be there
     */
    Optional<Fault> unwire(Lease lease, List<NetNs> sandboxes) {
        var datapath = lease.datapath().datapath();
        var serving = book.serving(lease.eni());
        if (datapath.lendsDevice()) {
            var fault = fetch(lease.key(), sandboxes);
            serving.ifPresent(eni -> awaitHome(lease.eni(), eni.wiring().mac()));
            return fault.or(() -> unwireByLooking(lease.key(), lease.addresses().all()));
        }
        var fault = serving.isEmpty()
                ? unwireByLooking(lease.key(), lease.addresses().all())
                : fault(kernel.apply(dismantling(lease, serving.get().wiring())));
        book.retired.raise();
        return fault;
    }

    private static List<KernelStep> dismantling(Lease lease, EniWiring eni) {
        var steps = new ArrayList<KernelStep>();
        lease.terms().ifPresent(terms -> steps.addAll(EniQueues.dismantling(eni, lease.addresses(), terms.waiting())));
        steps.addAll(lease.datapath().datapath().dismantling(eni, lease.key(), lease.pod(), lease.addresses()));
        return steps;
    }

    /**
     * Takes from an older sandbox what stands in nobody's way on the host, and would keep a newer one from having its
     * address. Where that fails, so does the newer one's wiring, and says why.
     */
    void withdraw(Lease older) {
        if (older.datapath().datapath().standsBeyond()) {
            kernel.apply(List.of(new KernelStep.Withdraw(host, older.key())));
        }
    }

    /** The same for one that no lease speaks of, from what the kernel shows. */
    Optional<Fault> unwireUnremembered(AttachmentKey key, List<NetNs> sandboxes) {
        return fetch(key, sandboxes).or(() -> unwireByLooking(key, List.of()));
    }

    /** What the sandbox was lent comes home, if it is still there. */
    private Optional<Fault> fetch(AttachmentKey key, List<NetNs> sandboxes) {
        return sandboxes.stream()
                .flatMap(sandbox -> whereabouts.seen(sandbox).stream())
                .map(state -> ExclusiveEni.homecoming(state, host, key))
                .filter(steps -> !steps.isEmpty())
                .map(kernel::apply)
                // Died meanwhile, it has let go of what it was lent.
                .filter(outcome ->
                        !(outcome instanceof KernelOutcome.NoSuchNamespace(var ns, var _)) || ns.equals(host))
                .flatMap(outcome -> fault(outcome).stream())
                .findFirst();
    }

    /**
     * A namespace that dies lets go of hardware a moment later. If that is not here by then, the ENI serves nobody until
     * the pool's next look has found it.
     */
    private void awaitHome(EniId eni, Mac mac) {
        var deadline = tasks.instant().plus(LETTING_GO);
        while (!whereabouts.isIn(host, mac)) {
            if (!tasks.instant().isBefore(deadline)) {
                book.servesNoMore(eni);
                book.wanted.raise();
                return;
            }
            tasks.sleep(GLANCE);
        }
    }

    private Optional<Fault> unwireByLooking(AttachmentKey key, List<Ip> addresses) {
        return switch (kernel.observe(host, List.of())) {
            case Observation.Seen(var state) ->
                sighted(state)
                        .map(sight -> apply(sight.leftOf(key, addresses)))
                        .orElseGet(() -> unreadable(host, "links in pods cannot be listed"));
            case Observation.NoSuchNamespace(var ns, var words) -> unreadable(ns, words);
            case Observation.Unreadable(var ns, var words) -> unreadable(ns, words);
        };
    }

    Optional<Fault> apply(List<KernelStep> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var fault = fault(kernel.apply(steps));
        book.retired.raise();
        return fault;
    }

    Optional<KernelState> observed() {
        return kernel.observe(host, List.of()) instanceof Observation.Seen(var state)
                ? Optional.of(state)
                : Optional.empty();
    }

    /** The same with what stands in pods; empty where either cannot be read. */
    Optional<NodeSight> sighted() {
        return observed().flatMap(this::sighted);
    }

    /** The same as far as the plan goes. */
    Optional<NodeSight> sighted(DatapathPlan plan) {
        return kernel.glance(Sought.of(plan, host)) instanceof Observation.Seen(var state)
                ? sighted(state)
                : Optional.empty();
    }

    private Optional<NodeSight> sighted(KernelState state) {
        return sighted(kernel, state, book, now);
    }

    /** Pods are looked into only where there may be something to be seen: it takes a question for each. */
    static Optional<NodeSight> sighted(Kernel kernel, KernelState host, NodeBook book, List<DatapathKind> now) {
        var wirings = Stream.concat(
                        now.stream(), book.ask(LeaseBook::leases).stream().map(Lease::datapath))
                .distinct()
                .toList();
        return NodeSight.mayHaveMore(host, wirings)
                ? kernel.beyond(host.ns()).map(beyond -> new NodeSight(host, beyond))
                : Optional.of(new NodeSight(host, List.of()));
    }

    /** Whether the link of this attachment can be seen, or nothing can. */
    boolean stands(AttachmentKey key) {
        return sighted().map(sight -> sight.attachments().contains(key)).orElse(true);
    }

    private static Optional<Fault> unreadable(NetNs ns, String words) {
        return Optional.of(new Fault.Outside("the node's namespace %s cannot be read: %s".formatted(ns, words)));
    }

    private Optional<Fault> fault(KernelOutcome outcome) {
        return switch (outcome) {
            case KernelOutcome.Applied() -> Optional.empty();
            case KernelOutcome.NoSuchNamespace(var ns, var words) ->
                Optional.of(ns.equals(host) ? new Fault.Outside(words) : new Fault.Request(words));
            case KernelOutcome.Occupied(var _, var words) -> Optional.of(new Fault.Request(words));
            case KernelOutcome.Refused(var step, var words) ->
                Optional.of(new Fault.Outside("the kernel refused to %s: %s".formatted(step.words(), words)));
        };
    }
}
