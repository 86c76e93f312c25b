package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.in.AttachOutcome;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.AttachRequest;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.time.Duration;
import java.time.InstantSource;

/** Tells of each attachment how it ended and how long the runtime waited for it. */
public final class MeasuredAttaching implements AttachPod {
    private final AttachPod attaching;
    private final Meter meter;
    private final InstantSource clock;

    public MeasuredAttaching(AttachPod attaching, Meter meter, InstantSource clock) {
        this.attaching = attaching;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public AttachOutcome attach(AttachRequest request) {
        var begun = clock.instant();
        var outcome = attaching.attach(request);
        meter.measured(new Measurement.Attached(end(outcome), Duration.between(begun, clock.instant())));
        return outcome;
    }

    private static Measurement.End end(AttachOutcome outcome) {
        return switch (outcome) {
            case AttachOutcome.Attached _ -> Measurement.End.DONE;
            case AttachOutcome.NotAttached(var why) -> Measurement.End.of(why);
        };
    }
}
