package io.github.terway4j.app.simulate;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of each step that was done in one namespace. */
record WatchedKernel(Kernel kernel, NetNs host, Consumer<KernelStep> done) implements Kernel {
    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        for (var step : steps) {
            var outcome = kernel.apply(List.of(step));
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return outcome;
            }
            if (ns(step).equals(host)) {
                done.accept(step);
            }
        }
        return new KernelOutcome.Applied();
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        return kernel.observe(ns, sysctlKeys);
    }

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        return kernel.beyond(ns);
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return kernel.knows(kind, ns);
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return kernel.knowsTags(ns);
    }

    private static NetNs ns(KernelStep step) {
        return switch (step) {
            case KernelStep.Make(var object) -> object.ns();
            case KernelStep.Remove(var object) -> object.ns();
            case KernelStep.Retire(var ns, var _, var _) -> ns;
            case KernelStep.Withdraw(var ns, var _) -> ns;
            case KernelStep.ReapRetired(var ns) -> ns;
            case KernelStep.Restore(var ns, var _, var _) -> ns;
        };
    }
}
