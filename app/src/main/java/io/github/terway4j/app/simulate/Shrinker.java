package io.github.terway4j.app.simulate;

import io.github.terway4j.simulator.fault.FaultName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Looks for a shorter way to the same violation: fewer events, fewer nodes, fewer kinds of faults, fewer faults. Each
 * try is a whole run, so it goes on as long as there is time, and what has been found by then counts.
 */
final class Shrinker {
    private final Function<SimulationPlan, Ending> run;
    private final BooleanSupplier hasTime;
    private Ending shortest;

    private Shrinker(Function<SimulationPlan, Ending> run, BooleanSupplier hasTime, Ending failed) {
        this.run = run;
        this.hasTime = hasTime;
        this.shortest = failed;
    }

    /** The shortest run found that fails as this one does: perhaps itself. */
    static Ending shrink(Function<SimulationPlan, Ending> run, BooleanSupplier hasTime, Ending failed) {
        var shrinker = new Shrinker(run, hasTime, failed);
        shrinker.cutSteps();
        shrinker.dropNodes();
        shrinker.dropKinds();
        shrinker.dropFaults();
        shrinker.cutSteps();
        return shrinker.shortest;
    }

    /** Where it failed only in the calm after the storm, a shorter storm may do. */
    private void cutSteps() {
        var steps = plan().steps();
        for (var fewer : List.of(steps / 64, steps / 16, steps / 4, steps / 2)) {
            if (fewer > 0 && fewer < plan().steps() && fails(plan().withSteps(fewer))) {
                return;
            }
        }
    }

    private void dropNodes() {
        for (int fewer = 1; fewer < plan().nodes(); fewer++) {
            if (fails(plan().withNodes(fewer))) {
                return;
            }
        }
    }

    private void dropKinds() {
        plan().faults().forEach(kind -> fails(plan().without(kind)));
    }

    /** Halves, then quarters, and so on to single ones: each is left out if it fails without. */
    private void dropFaults() {
        if (!fails(plan().withOnly(shortest.struck()))) {
            return;
        }
        for (var size = shortest.struck().size(); size > 0; size /= 2) {
            for (int from = 0; from < shortest.struck().size() && hasTime.getAsBoolean(); ) {
                if (!fails(plan().withOnly(allBut(shortest.struck(), from, size)))) {
                    from += size;
                }
            }
        }
    }

    private static List<FaultName> allBut(List<FaultName> faults, int from, int size) {
        var kept = new ArrayList<>(faults.subList(0, from));
        kept.addAll(faults.subList(Math.min(faults.size(), from + size), faults.size()));
        return kept;
    }

    private SimulationPlan plan() {
        return shortest.plan();
    }

    /** Whether this one fails the same way; then it is the shortest so far, cut where it failed. */
    private boolean fails(SimulationPlan candidate) {
        if (!hasTime.getAsBoolean()) {
            return false;
        }
        var ending = run.apply(candidate);
        if (!ending.failsAs(shortest)) {
            return false;
        }
        shortest = cut(ending);
        return true;
    }

    /** What comes after the violation is not needed. */
    static Ending cut(Ending failed) {
        var event = failed.objection().orElseThrow().event();
        return failed.withPlan(
                failed.plan().withSteps(Math.min(event, failed.plan().steps())));
    }
}
