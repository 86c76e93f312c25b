package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelDiff;
import io.github.terway4j.domain.datapath.KernelObject;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.NodeSight;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.lease.LeaseBook;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.EventReason;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts back what somebody has removed of attachments on the host: rules, routes, neighbours, filters. What is in the pod's
 * own namespace the agent cannot reach by itself; there CHECK tells, and the next ADD of the sandbox puts it back.
 */
public final class Mender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NodeBook book;
    private final Wirer wirer;
    private final HostSettings settings;
    private final Chronicle chronicle;
    private final Tasks tasks;
    private final Turns turns;

    public Mender(NodeBook book, Wirer wirer, HostSettings settings, Chronicle chronicle, Tasks tasks, Turns turns) {
        this.book = book;
        this.wirer = wirer;
        this.settings = settings;
        this.chronicle = chronicle;
        this.tasks = tasks;
        this.turns = turns;
    }

    /** The node first; then those whose links stand: of a pod that has gone without a word, there is nothing to put back. */
    void mend(NodeSight sight) {
        settings.mend(sight.host());
        var standing = sight.attachments();
        book.ask(LeaseBook::leases).stream()
                .filter(lease -> standing.contains(lease.key()))
                .filter(lease -> !missing(plan(lease), sight.host()).isEmpty())
                .forEach(this::mend);
    }

    /** What looks damaged may be in the making, or in the taking: whoever is at work on it is waited for. */
    private void mend(Lease lease) {
        turns.inTurn(
                Turns.of(lease.key(), lease.pod()),
                tasks.instant().plus(PATIENCE),
                () -> {
                    var plan = plan(lease);
                    wirer.sighted(plan)
                            .filter(sight ->
                                    isHeld(lease) && sight.attachments().contains(lease.key()))
                            .ifPresent(sight -> putBack(lease, missing(plan, sight.host())));
                    return true;
                },
                () -> false);
    }

    private void putBack(Lease lease, List<KernelObject> missing) {
        if (missing.isEmpty()) {
            return;
        }
        var words = missing.stream().map(KernelObject::words).collect(Collectors.joining(", "));
        var fault = wirer.apply(new DatapathPlan(missing).steps());
        chronicle.pod(
                lease.pod(),
                EventReason.CONFIG_CHECK,
                fault.map(why -> "missing and not to be put back: %s; %s".formatted(words, why.words()))
                        .orElse("was missing, and is put back: " + words));
    }

    private boolean isHeld(Lease lease) {
        return book.ask(leases -> leases.lease(lease.key()))
                .filter(lease::equals)
                .isPresent();
    }

    /** Nothing where the ENI does not serve: then the pool knows, and sees to that first. */
    private DatapathPlan plan(Lease lease) {
        return book.serving(lease.eni())
                .map(serving -> lease.datapath()
                        .datapath()
                        .onHost(serving.wiring(), lease.key(), lease.pod(), lease.addresses()))
                .orElseGet(() -> new DatapathPlan(List.of()));
    }

    private static List<KernelObject> missing(DatapathPlan plan, KernelState host) {
        return KernelDiff.between(plan, Map.of(host.ns(), host)).missing();
    }
}
