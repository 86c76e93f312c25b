package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port's side of the machine: steps in, observations out. */
final class SimulatedKernel implements Kernel {
    static final String NO_SUCH_FILE = "No such file or directory";

    private final SimulatedNamespaces namespaces;
    private final Making making;
    private final Unmaking unmaking;

    SimulatedKernel(SimulatedNamespaces namespaces) {
        this.namespaces = namespaces;
        making = new Making(namespaces);
        unmaking = new Unmaking(namespaces);
    }

    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        synchronized (namespaces) {
            for (var step : steps) {
                var objection = perform(step);
                if (objection.isPresent()) {
                    return objection.get();
                }
            }
            return new KernelOutcome.Applied();
        }
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        synchronized (namespaces) {
            return namespaces
                    .stack(ns)
                    .<Observation>map(stack -> new Observation.Seen(Looking.at(stack, sysctlKeys)))
                    .orElseGet(() -> new Observation.NoSuchNamespace(ns, NO_SUCH_FILE));
        }
    }

    /** What stands against the step; empty once it is done. */
    private Optional<KernelOutcome> perform(KernelStep step) {
        return switch (step) {
            case KernelStep.Make make -> making.perform(make);
            case KernelStep.Remove(var object) -> unmaking.remove(object);
            case KernelStep.Retire retire -> {
                retire(retire);
                yield Optional.empty();
            }
            case KernelStep.Restore(var ns, var mac, var wayHome) -> {
                namespaces.stack(ns).ifPresent(stack -> MovedLinks.restore(stack, mac, wayHome));
                yield Optional.empty();
            }
            case KernelStep.ReapRetired(var ns) -> {
                reap(ns);
                yield Optional.empty();
            }
        };
    }

    private void retire(KernelStep.Retire step) {
        namespaces
                .stack(step.ns())
                .flatMap(stack -> stack.device(step.link()))
                .filter(device -> device.alias().equals(step.alias()))
                .ifPresent(device -> device.join(Ownership.RETIRED_GROUP));
    }

    private void reap(NetNs ns) {
        namespaces
                .stack(ns)
                .ifPresent(stack -> List.copyOf(stack.devices()).stream()
                        .filter(device -> device.group() == Ownership.RETIRED_GROUP)
                        .forEach(VethPairs::delete));
    }
}
