package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelState;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A kernel that refuses steps which a test names by the beginning of their words, and looks which it forbids. */
final class StubbornKernel implements Kernel {
    private final Kernel kernel;
    private final List<String> refused = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private long looks;
    private boolean unreadable;
    private boolean withoutLinks;

    StubbornKernel(Kernel kernel) {
        this.kernel = kernel;
    }

    /** From now on. */
    void refuse(String words) {
        refused.add(words);
    }

    void hide() {
        unreadable = true;
    }

    /** No device is seen, as if none had shown up yet. */
    void hideLinks() {
        withoutLinks = true;
    }

    void relent() {
        refused.clear();
        unreadable = false;
        withoutLinks = false;
    }

    /** How often it was asked for steps whose words begin so. */
    long applied(String words) {
        return asked.stream().filter(step -> step.startsWith(words)).count();
    }

    /** How often it was looked at. */
    long looks() {
        return looks;
    }

    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        for (var step : steps) {
            asked.add(step.words());
            var outcome = refused.stream().anyMatch(step.words()::startsWith)
                    ? new KernelOutcome.Refused(step, "EINVAL: stubborn")
                    : kernel.apply(List.of(step));
            if (!(outcome instanceof KernelOutcome.Applied)) {
                return outcome;
            }
        }
        return new KernelOutcome.Applied();
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        looks++;
        if (unreadable) {
            return new Observation.Unreadable(ns, "ENOBUFS: stubborn");
        }
        var seen = kernel.observe(ns, sysctlKeys);
        return withoutLinks && seen instanceof Observation.Seen(var state)
                ? new Observation.Seen(blinded(state))
                : seen;
    }

    @Override
    public Optional<List<Link>> beyond(NetNs ns) {
        return unreadable ? Optional.empty() : kernel.beyond(ns);
    }

    @Override
    public boolean knows(LinkKind kind, NetNs ns) {
        return kernel.knows(kind, ns);
    }

    @Override
    public boolean knowsTags(NetNs ns) {
        return kernel.knowsTags(ns);
    }

    private static KernelState blinded(KernelState state) {
        return new KernelState(
                state.ns(),
                List.of(),
                state.addresses(),
                state.routes(),
                state.rules(),
                state.neighbours(),
                state.shapers(),
                state.sysctls());
    }
}
