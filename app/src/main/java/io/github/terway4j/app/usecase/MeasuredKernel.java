package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.Link;
import io.github.terway4j.domain.datapath.LinkKind;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.datapath.Sought;
import io.github.terway4j.ports.out.Kernel;
import io.github.terway4j.ports.out.KernelOutcome;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Measurement.KernelDeed;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells how long the kernel takes for what is asked of it. */
public final class MeasuredKernel implements Kernel {
    private final Kernel kernel;
    private final Meter meter;
    private final InstantSource clock;

    public MeasuredKernel(Kernel kernel, Meter meter, InstantSource clock) {
        this.kernel = kernel;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public KernelOutcome apply(List<KernelStep> steps) {
        var begun = clock.instant();
        var outcome = kernel.apply(steps);
        tell(KernelDeed.APPLY, outcome instanceof KernelOutcome.Applied, begun);
        return outcome;
    }

    @Override
    public Observation observe(NetNs ns, Collection<String> sysctlKeys) {
        return observed(() -> kernel.observe(ns, sysctlKeys));
    }

    @Override
    public Observation glance(Sought sought) {
        return observed(() -> kernel.glance(sought));
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

    /** A namespace that is gone was shown to be gone. */
    private Observation observed(Supplier<Observation> look) {
        var begun = clock.instant();
        var observation = look.get();
        tell(KernelDeed.OBSERVE, !(observation instanceof Observation.Unreadable), begun);
        return observation;
    }

    private void tell(KernelDeed deed, boolean done, Instant begun) {
        meter.measured(new Measurement.KernelAsked(deed, done, Duration.between(begun, clock.instant())));
    }
}
