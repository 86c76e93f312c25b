package io.github.terway4j.features.stage;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Namespaces;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.ports.out.Traffic;
import io.github.terway4j.simulator.kernel.SimulatedMachine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A kernel to play on.
 *
 * @param prefix with which the names of all our namespaces begin
 * @param hardware makes hardware of a link, where this kernel can do that; none where it cannot
 * @param until waits for what the kernel does in its own time; it may give up
 */
public record Machine(
        String prefix,
        Kernel kernel,
        Namespaces namespaces,
        Traffic traffic,
        List<BiConsumer<NetNs, LinkName>> hardware,
        Consumer<BooleanSupplier> until,
        Runnable off) {
    /** The same, with a kernel that has been made without IPvlan. */
    Machine withoutIpvlan() {
        return new Machine(prefix, new WithoutIpvlan(kernel), namespaces, traffic, hardware, until, off);
    }

    private record WithoutIpvlan(Kernel kernel) implements Kernel {
        @Override
        public KernelOutcome apply(List<KernelStep> steps) {
            return kernel.apply(steps);
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
            return kind != LinkKind.IPVLAN && kernel.knows(kind, ns);
        }

        @Override
        public boolean knowsTags(NetNs ns) {
            return kernel.knowsTags(ns);
        }
    }

    public static Machine simulated() {
        var machine = new SimulatedMachine();
        return new Machine(
                "",
                machine.kernel(),
                machine.namespaces(),
                machine.traffic(),
                List.of(machine::harden),
                _ -> {},
                () -> {});
    }
}
