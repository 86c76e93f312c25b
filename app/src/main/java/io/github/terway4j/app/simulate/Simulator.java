package io.github.terway4j.app.simulate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Plays simulations for people: one line of progress while it goes on, and at the end what came of it. If a run fails,
 * the shortest that fails the same way is looked for and told.
 */
public final class Simulator {
    private static final Duration SHRINKING = Duration.ofMinutes(2);

    private final PrintStream out;
    private final ProgressLine progress;
    private final Optional<Path> trace;

    /**
     * @param out for what came of it
     * @param progress for the line that is written over and over
     * @param trace where the trace of the last run is written
     */
    public Simulator(PrintStream out, PrintStream progress, Optional<Path> trace) {
        this.out = out;
        this.progress = new ProgressLine(progress);
        this.trace = trace;
    }

    public Verdict play(SimulationPlan plan) {
        var watch = new Stopwatch();
        return tell(new Verdict(List.of(run(plan)), watch.read()));
    }

    /** One seed after another, until one fails or the time is over. */
    public Verdict search(SimulationPlan first, Duration length, LongUnaryOperator nextSeed) {
        var watch = new Stopwatch();
        var endings = Search.from(first, this::run, () -> watch.read().wall().compareTo(length) < 0, nextSeed);
        return tell(new Verdict(endings, watch.read()));
    }

    private Ending run(SimulationPlan plan) {
        progress.begin();
        try (var file = trace.map(TraceFile::create).orElse(null)) {
            return new Run(plan, progress::show, file == null ? _ -> {} : file::write).toTheEnd();
        } finally {
            progress.end();
        }
    }

    private Verdict tell(Verdict verdict) {
        verdict.lines().forEach(out::println);
        if (!verdict.ok()) {
            out.println("replay    " + PlanInWords.command(verdict.last().plan()));
            tellShortest(verdict.last());
        }
        return verdict;
    }

    private void tellShortest(Ending failed) {
        var watch = new Stopwatch();
        var shortest = Shrinker.shrink(
                plan -> {
                    progress.begin();
                    return new Run(plan, progress::show, _ -> {}).toTheEnd();
                },
                () -> watch.read().wall().compareTo(SHRINKING) < 0,
                Shrinker.cut(failed));
        progress.end();
        var objection = shortest.objection().orElseThrow();
        out.println("shortest  " + PlanInWords.command(shortest.plan()));
        out.println("          %,d events, %d faults: %s"
                .formatted(shortest.events(), shortest.struck().size(), objection.words()));
        Excerpt.of(shortest.trace(), objection.words()).forEach(out::println);
    }
}
