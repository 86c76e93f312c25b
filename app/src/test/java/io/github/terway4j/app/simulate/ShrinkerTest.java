package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.FaultName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final List<FaultName> CULPRITS =
            List.of(new FaultName(FaultKind.CRASH, 3), new FaultName(FaultKind.LATE, 7));

    private int runs;

    /** A world that goes wrong at its 500th event if there are two nodes and both culprits strike. */
    private Ending run(SimulationPlan plan) {
        runs++;
        var struck = IntStream.rangeClosed(1, 10)
                .boxed()
                .flatMap(number -> plan.faults().stream().map(kind -> new FaultName(kind, number)))
                .filter(plan.choice()::strikes)
                .toList();
        var fails = plan.nodes() >= 2 && plan.steps() >= 500 && struck.containsAll(CULPRITS);
        return ending(plan, struck, fails ? Optional.of(new Ending.Objection("twice", "so", 500)) : Optional.empty());
    }

    private static Ending ending(SimulationPlan plan, List<FaultName> struck, Optional<Ending.Objection> objection) {
        return new Ending(plan, 1_000, Duration.ZERO, 0, 0, Map.of(), struck, "", objection, List.of());
    }

    private static SimulationPlan large() {
        return new SimulationPlan(1, 10_000, 5, List.of(FaultKind.values()), FaultChoice.ALL);
    }

    @Test
    void what_is_not_needed_is_left_out() {
        var shortest = Shrinker.shrink(this::run, () -> true, Shrinker.cut(run(large())));
        assertEquals(
                new SimulationPlan(1, 500, 2, List.of(FaultKind.LATE, FaultKind.CRASH), new FaultChoice.Only(CULPRITS)),
                shortest.plan());
        assertTrue(runs < 100, () -> runs + " runs");
    }

    @Test
    void when_the_time_is_over_what_was_found_counts() {
        var failed = Shrinker.cut(run(large()));
        assertSame(failed, Shrinker.shrink(this::run, () -> false, failed));
    }

    @Test
    void another_violation_is_no_shorter_way_to_this_one() {
        var failed = Shrinker.cut(run(large()));
        var shortest = Shrinker.shrink(
                plan -> ending(plan, List.of(), Optional.of(new Ending.Objection("another", "so", 1))),
                () -> true,
                failed);
        assertSame(failed, shortest);
    }

    @Test
    void a_violation_in_the_calm_may_need_but_a_short_storm() {
        var failed = ending(large(), List.of(), Optional.of(new Ending.Objection("recovered", "so", 50_000)));
        var shortest = Shrinker.shrink(
                plan -> ending(
                        plan,
                        List.of(),
                        plan.steps() >= 1_000
                                ? Optional.of(new Ending.Objection("recovered", "so", plan.steps() + 40_000))
                                : Optional.empty()),
                () -> true,
                failed);
        assertEquals(1_250, shortest.plan().steps());
        assertEquals(
                List.of(),
                Stream.of(shortest.plan().faults()).flatMap(List::stream).toList());
    }
}
