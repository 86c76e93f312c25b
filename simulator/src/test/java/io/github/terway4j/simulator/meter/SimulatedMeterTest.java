package io.github.terway4j.simulator.meter;

import io.github.terway4j.ports.MeterContract;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.time.Duration;

final class SimulatedMeterTest implements MeterContract {
    private final SimulatedMeter meter = new SimulatedMeter();

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long heard(Measurement measurement) {
        return meter.told().stream()
                .filter(told -> timeless(told).equals(timeless(measurement)))
                .count();
    }

    private static Measurement timeless(Measurement measurement) {
        return switch (measurement) {
            case Measurement.Attached(var end, var _) -> new Measurement.Attached(end, Duration.ZERO);
            case Measurement.Detached(var end, var _) -> new Measurement.Detached(end, Duration.ZERO);
            case Measurement.Called(var api, var end, var _) -> new Measurement.Called(api, end, Duration.ZERO);
            case Measurement.TookTurn(var api, var putOff, var _) ->
                new Measurement.TookTurn(api, putOff, Duration.ZERO);
            case Measurement.Round(var loop, var _) -> new Measurement.Round(loop, Duration.ZERO);
            case Measurement.KernelAsked(var deed, var done, var _) ->
                new Measurement.KernelAsked(deed, done, Duration.ZERO);
            case Measurement.ReadMetadata(var item, var answered, var _) ->
                new Measurement.ReadMetadata(item, answered, Duration.ZERO);
            case Measurement.Signed _,
                    Measurement.GivenUp _,
                    Measurement.Disowned _,
                    Measurement.Told _,
                    Measurement.Looked _,
                    Measurement.Stumbled _,
                    Measurement.Swept _ -> measurement;
        };
    }
}
