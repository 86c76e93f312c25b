package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.in.DetachOutcome;
import io.github.terway4j.ports.in.DetachPod;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells of the end of each attachment how it ended and how long the runtime waited for it. */
public final class MeasuredDetaching implements DetachPod {
    private final DetachPod detaching;
    private final Meter meter;
    private final InstantSource clock;

    public MeasuredDetaching(DetachPod detaching, Meter meter, InstantSource clock) {
        this.detaching = detaching;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public DetachOutcome detach(AttachmentKey key) {
        return measured(() -> detaching.detach(key));
    }

    @Override
    public DetachOutcome detach(AttachmentKey key, NetNs sandbox) {
        return measured(() -> detaching.detach(key, sandbox));
    }

    private DetachOutcome measured(Supplier<DetachOutcome> deed) {
        var begun = clock.instant();
        var outcome = deed.get();
        meter.measured(new Measurement.Detached(end(outcome), Duration.between(begun, clock.instant())));
        return outcome;
    }

    private static Measurement.End end(DetachOutcome outcome) {
        return switch (outcome) {
            case DetachOutcome.Detached _ -> Measurement.End.DONE;
            case DetachOutcome.NotDetached(var why) -> Measurement.End.of(why);
        };
    }
}
