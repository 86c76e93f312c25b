package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.DatapathPlan;
import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.SymmetricRouting;
import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ConnectionMarks;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.MarksOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.List;
import java.util.Optional;

/** Has what pods answer leave by the link by which they were asked, or no longer. */
public final class SymmetricRouter {
    private final Kernel kernel;
    private final ConnectionMarks marks;
    private final NetNs host;

    public SymmetricRouter(Kernel kernel, ConnectionMarks marks, NetNs host) {
        this.kernel = kernel;
        this.marks = marks;
        this.host = host;
    }

    /** The way first, then the marks that lead to it. What was ours and is wanted otherwise now goes. */
    public Optional<Fault> turnOn(SymmetricRouting wanted, List<IpFamily> families) {
        return onHost(state -> {
            var objection = wanted.objection(state, families);
            if (objection.isPresent()) {
                return Optional.of(new Fault.Configuration("symmetric routing: " + objection.get()));
            }
            var plan = wanted.plan(state, families);
            return applied(SymmetricRouting.withdrawal(state, plan))
                    .or(() -> applied(plan.steps()))
                    .or(() -> marked(marks.mark(host, wanted.link(), wanted.mark())));
        });
    }

    /** The marks first, then the way to which they led. */
    public Optional<Fault> turnOff() {
        return marked(marks.leave(host))
                .or(() -> onHost(state -> applied(SymmetricRouting.withdrawal(state, new DatapathPlan(List.of())))));
    }

    private interface Deed {
        Optional<Fault> with(KernelState state);
    }

    private Optional<Fault> onHost(Deed deed) {
        return switch (kernel.observe(host, List.of())) {
            case Observation.Seen(var state) -> deed.with(state);
            case Observation.NoSuchNamespace(var _, var words) -> Optional.of(new Fault.Configuration(words));
            case Observation.Unreadable(var _, var words) -> Optional.of(new Fault.Outside(words));
        };
    }

    private Optional<Fault> applied(List<KernelStep> steps) {
        return steps.isEmpty() || kernel.apply(steps) instanceof KernelOutcome.Applied
                ? Optional.empty()
                : Optional.of(new Fault.Outside("the kernel refused a route or a rule of symmetric routing"));
    }

    private static Optional<Fault> marked(MarksOutcome outcome) {
        return switch (outcome) {
            case MarksOutcome.Done() -> Optional.empty();
            case MarksOutcome.Failed(var words) -> Optional.of(new Fault.Configuration("symmetric routing: " + words));
        };
    }
}
