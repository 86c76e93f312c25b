package io.github.terway4j.app.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.simulator.fault.FaultChoice;
import io.github.terway4j.simulator.fault.FaultKind;
import io.github.terway4j.simulator.fault.FaultName;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanInWordsTest {
    private static PlanInWords asked(List<String> faults, List<String> skipped, List<String> only) {
        return new PlanInWords(7, 100, 2, faults, skipped, only);
    }

    private static String refusal(PlanInWords asked) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, asked::plan).getMessage());
    }

    @Test
    void faults_are_all_or_none_or_some() {
        assertEquals(
                List.of(FaultKind.values()),
                asked(List.of("all"), List.of(), List.of()).plan().faults());
        assertEquals(
                List.of(), asked(List.of("none"), List.of(), List.of()).plan().faults());
        assertEquals(
                List.of(FaultKind.LATE, FaultKind.CRASH),
                asked(List.of("crash", "late"), List.of(), List.of()).plan().faults());
    }

    @Test
    void the_command_that_runs_a_plan_again_means_that_plan() {
        var only = asked(List.of("crash", "late"), List.of(), List.of("crash.3", "late.12"))
                .plan();
        assertEquals(
                "./terway simulate --seed 7 --steps 100 --nodes 2 --faults late,crash --only late.12,crash.3",
                PlanInWords.command(only));
        assertEquals(
                new FaultChoice.Only(List.of(new FaultName(FaultKind.LATE, 12), new FaultName(FaultKind.CRASH, 3))),
                only.choice());
        assertEquals(
                "./terway simulate --seed 7 --steps 100 --nodes 2 --faults all --skip crash.3",
                PlanInWords.command(
                        asked(List.of("all"), List.of("crash.3"), List.of()).plan()));
        assertEquals(
                "./terway simulate --seed 7 --steps 100 --nodes 2 --faults none --only none",
                PlanInWords.command(
                        asked(List.of("none"), List.of(), List.of("none")).plan()));
    }

    @Test
    void what_means_nothing_is_refused_in_words() {
        var all = List.of("all");
        var none = List.<String>of();
        assertTrue(refusal(asked(List.of("thunder"), none, none)).startsWith("there is no fault 'thunder'"));
        assertTrue(refusal(asked(all, List.of("crash"), none)).contains("'crash' names no fault"));
        assertTrue(refusal(asked(all, List.of("crash.1"), List.of("late.1"))).contains("leave --skip out"));
        assertTrue(refusal(new PlanInWords(1, 0, 1, all, none, none)).contains("1 step or more"));
    }
}
