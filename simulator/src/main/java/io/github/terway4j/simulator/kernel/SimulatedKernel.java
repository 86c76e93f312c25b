package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.FarMark;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Ownership;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The port's side of the machine: steps in, observations out. */
final class SimulatedKernel implements Kernel {
    static final String NO_SUCH_FILE = "No such file or directory";

    private final SimulatedNamespaces namespaces;
    private final Making making;
    private final Unmaking unmaking;
    private final Set<LinkKind> unknown = EnumSet.noneOf(LinkKind.class);
    private boolean knowsTags = true;

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

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        synchronized (namespaces) {
            return namespaces
                    .stack(ns)
                    .map(stack -> others(stack)
                            .map(Device::observed)
                            .filter(link -> FarMark.of(link.alias()).isPresent())
                            .sorted(Comparator.comparing(Link::alias))
                            .toList());
        }
    }

    /** Devices that stand on one of this namespace's, and in another. */
    private static Stream<Device> others(Stack stack) {
        return stack.devices().stream()
                .flatMap(device -> device.standing().stream())
                .filter(device -> device.stack() != stack);
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return !unknown.contains(kind);
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return knowsTags;
    }

    /** From now on its filters cannot handle tags. */
    void forgetTags() {
        knowsTags = false;
    }

    /** From now on it has never heard of such links. */
    void forget(LinkKind kind) {
        unknown.add(kind);
    }

    private void withdraw(KernelStep.Withdraw step) {
        namespaces
                .stack(step.ns())
                .ifPresent(stack -> others(stack)
                        .filter(device -> FarMark.of(device.alias())
                                .filter(mark -> mark.key().equals(step.key()))
                                .isPresent())
                        .toList()
                        .forEach(VethPairs::delete));
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
            case KernelStep.Withdraw withdraw -> {
                withdraw(withdraw);
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
