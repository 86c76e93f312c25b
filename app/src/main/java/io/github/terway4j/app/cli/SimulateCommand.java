package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.simulate.PlanInWords;
import io.github.terway4j.app.simulate.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway simulate}. */
@Command(
        name = "simulate",
        description =
                "Lets the product's own agents live in a simulated world where a seed decides what goes wrong, and looks"
                        + " at every invariant after every event. The exit status is 0 if all held.")
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", description = "Decides everything (default: a new one).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--steps",
            description = "Events before the faults end (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private long steps;

    @Option(names = "--nodes", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "3")
    private int nodes;

    @Option(
            names = "--faults",
            split = ",",
            description = "all, none, or some of them (default: ${DEFAULT-VALUE}).",
            defaultValue = "all")
    private List<String> faults = List.of();

    @Option(names = "--skip", split = ",", description = "Faults that shall not strike, like crash.3,late.1.")
    private List<String> skipped = List.of();

    @Option(names = "--only", split = ",", description = "No faults but these shall strike; none for none of them.")
    private List<String> only = List.of();

    @Option(
            names = "--minutes",
            description = "Goes on with other seeds until so many minutes are over, or an invariant is violated.")
    private Optional<Integer> minutes = Optional.empty();

    @Option(names = "--trace", description = "Writes all that happens into this file, in columns separated by tabs.")
    private Optional<Path> trace = Optional.empty();

    @Option(names = "--json", description = "The last line on stdout is one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var plan = Asked.of(
                spec,
                () -> new PlanInWords(seed.orElseGet(SimulateCommand::any), steps, nodes, faults, skipped, only)
                        .plan());
        Logging.quiet();
        // One task runs at a time: on one thread of the machine they hand over to each other soonest.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
        var simulator = new Simulator(System.out, System.err, trace);
        var verdict = minutes.map(length -> simulator.search(plan, Duration.ofMinutes(length), last -> last + 1))
                .orElseGet(() -> simulator.play(plan));
        if (json) {
            System.out.println(Json.write(verdict.fields()));
        }
        return verdict.ok() ? 0 : 1;
    }

    private static long any() {
        return RandomGenerator.getDefault().nextLong(1, 1_000_000);
    }
}
