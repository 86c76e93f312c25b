package io.github.terway4j.simulator.kernel;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A kernel as a process of a world calls it. Each step is a call of its own, so that other tasks come in between, and a
 * crash leaves the steps before it.
 */
public final class KernelInWorld implements Kernel {
    /** Chosen: a netlink message and its answer take some tens of microseconds. */
    private static final Spread NETLINK = Spread.ofMicros(5, 100);

    private final Kernel kernel;
    private final SimulatedProcess caller;

    public KernelInWorld(Kernel kernel, SimulatedProcess caller) {
        this.kernel = kernel;
        this.caller = caller;
    }

    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        for (var step : steps) {
            var outcome = caller.call(step.words(), NETLINK, () -> kernel.apply(List.of(step)));
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return outcome;
            }
        }
        return new KernelOutcome.Applied();
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        return caller.call("observe " + ns, NETLINK, () -> kernel.observe(ns, sysctlKeys));
    }

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        return caller.call("look beyond " + ns, NETLINK, () -> kernel.beyond(ns));
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return caller.call("ask for " + kind.text(), NETLINK, () -> kernel.knows(kind, ns));
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return caller.call("ask for tags", NETLINK, () -> kernel.knowsTags(ns));
    }
}
