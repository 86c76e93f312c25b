package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.FaultName;
import java.util.Collection;
import java.util.List;

/**
 * All that decides what happens in a simulation: two runs of equal plans are the same, event by event.
 *
 * @param steps how many events there are before the faults end
 * @param faults what can go wrong
 * @param choice which of these strike when it is their turn
 */
public record SimulationPlan(long seed, long steps, int nodes, List<FaultKind> faults, FaultChoice choice) {
    private static final int MOST_NODES = 1_000;

    public SimulationPlan {
        faults = faults.stream().distinct().sorted().toList();
        if (steps < 1 || nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("a simulation takes 1 step or more, and 1 to %d nodes, not %d and %d"
                    .formatted(MOST_NODES, steps, nodes));
        }
    }

    SimulationPlan withSeed(long other) {
        return new SimulationPlan(other, steps, nodes, faults, choice);
    }

    SimulationPlan withSteps(long fewer) {
        return new SimulationPlan(seed, fewer, nodes, faults, choice);
    }

    SimulationPlan withNodes(int fewer) {
        return new SimulationPlan(seed, steps, fewer, faults, choice);
    }

    SimulationPlan without(FaultKind kind) {
        var fewer = faults.stream().filter(other -> other != kind).toList();
        return new SimulationPlan(seed, steps, nodes, fewer, choice);
    }

    SimulationPlan withOnly(Collection<FaultName> named) {
        return new SimulationPlan(seed, steps, nodes, faults, new FaultChoice.Only(List.copyOf(named)));
    }
}
