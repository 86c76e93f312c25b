package io.github.terway4j.simulator.meter;

import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Meter;
import java.util.ArrayList;
import java.util.List;

/** Remembers all that it is told, in order. */
public final class SimulatedMeter implements Meter {
    private final List<Measurement> told = new ArrayList<>();

    @Override
    public synchronized void measured(Measurement measurement) {
        told.add(measurement);
    }

    /** All of it, the first first. */
    public synchronized List<Measurement> told() {
        return List.copyOf(told);
    }
}
