package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells of each call to the cloud how long it waited for its turn, how it ended, and how long it took. */
public final class MeasuredPace implements PaceCalls {
    private final PaceCalls pace;
    private final Meter meter;
    private final InstantSource clock;

    public MeasuredPace(PaceCalls pace, Meter meter, InstantSource clock) {
        this.pace = pace;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public <T> CloudOutcome<T> inTurn(CloudApi api, Urgency urgency, Supplier<CloudOutcome<T>> call) {
        // By what is said here of turns: each call counts, and so does each time that it waits for one.
        return PaceCalls.super.inTurn(api, urgency, () -> measured(api, call));
    }

    private <T> CloudOutcome<T> measured(CloudApi api, Supplier<CloudOutcome<T>> call) {
        var begun = clock.instant();
        var outcome = call.get();
        meter.measured(
                new Measurement.Called(api, Measurement.CallEnd.of(outcome), Duration.between(begun, clock.instant())));
        return outcome;
    }

    @Override
    public Optional<Duration> turn(CloudApi api, Urgency urgency) {
        var begun = clock.instant();
        var putOff = pace.turn(api, urgency);
        meter.measured(new Measurement.TookTurn(api, putOff.isPresent(), Duration.between(begun, clock.instant())));
        return putOff;
    }

    @Override
    public Duration throttled(CloudApi api) {
        return pace.throttled(api);
    }

    @Override
    public Duration throttledAltogether() {
        return pace.throttledAltogether();
    }

    @Override
    public void taken(CloudApi api) {
        pace.taken(api);
    }
}
