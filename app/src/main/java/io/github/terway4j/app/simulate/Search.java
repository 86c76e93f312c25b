package io.github.terway4j.app.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/** Plays one seed after another, until one fails or the time is over. */
final class Search {
    private Search() {}

    /** All runs in their order; the last is the one that failed, if one did. There is one at least. */
    static List<Ending> from(
            SimulationPlan first,
            Function<SimulationPlan, Ending> run,
            BooleanSupplier hasTime,
            LongUnaryOperator nextSeed) {
        var endings = new ArrayList<Ending>();
        var last = run.apply(first);
        while (last.ok() && hasTime.getAsBoolean()) {
            // Nobody will ask what happened there last, and the traces of some hundred runs would fill the memory.
            endings.add(last.withoutTrace());
            last = run.apply(first.withSeed(nextSeed.applyAsLong(last.plan().seed())));
        }
        endings.add(last);
        return endings;
    }
}
