package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells of each round of a loop how long it took, whatever ended it. */
final class RoundMeter {
    private final Measurement.Loop loop;
    private final Meter meter;
    private final InstantSource clock;

    RoundMeter(Measurement.Loop loop, Meter meter, InstantSource clock) {
        this.loop = loop;
        this.meter = meter;
        this.clock = clock;
    }

    <T> T measured(Supplier<T> round) {
        var begun = clock.instant();
        try {
            return round.get();
        } finally {
            meter.measured(new Measurement.Round(loop, Duration.between(begun, clock.instant())));
        }
    }

    void measured(Runnable round) {
        measured(() -> {
            round.run();
            return loop;
        });
    }
}
