package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.simulator.fault.FaultChoice;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final List<String> TRACE = List.of("+0.000000 somebody did something");

    /** A world that goes wrong with the seed 7. */
    private static Ending run(SimulationPlan plan) {
        return new Ending(
                plan,
                1_000,
                Duration.ZERO,
                0,
                0,
                Map.of(),
                List.of(),
                "",
                plan.seed() == 7 ? Optional.of(new Ending.Objection("twice", "so", 500)) : Optional.empty(),
                TRACE);
    }

    private static List<Ending> search(long seed, Iterator<Boolean> time) {
        var first = new SimulationPlan(seed, 1_000, 3, List.of(), FaultChoice.ALL);
        return Search.from(first, SearchTest::run, time::next, last -> last + 1);
    }

    private static List<Long> seeds(List<Ending> endings) {
        return endings.stream().map(ending -> ending.plan().seed()).toList();
    }

    @Test
    void it_ends_with_the_seed_that_fails() {
        var time = List.of(true, true, true, true).iterator();
        assertEquals(List.of(5L, 6L, 7L), seeds(search(5, time)));
    }

    @Test
    void it_ends_when_the_time_is_over() {
        assertEquals(List.of(1L, 2L), seeds(search(1, List.of(true, false).iterator())));
    }

    @Test
    void of_those_that_went_well_no_trace_is_kept() {
        var endings = search(5, List.of(true, true).iterator());
        assertEquals(
                List.of(List.of(), List.of(), TRACE),
                endings.stream().map(Ending::trace).toList());
    }
}
