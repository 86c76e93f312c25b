package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.bench.PoolBench;
import io.github.terway4j.app.bench.PoolBenchPlan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway bench pool}. */
@Command(
        name = "pool",
        description =
                "The agents' own pools on a simulated cloud, in simulated time: how long many nodes take until each has"
                        + " its addresses, and how many calls a burst of pods costs, beside the least possible; and how"
                        + " long planning takes.")
final class BenchPoolCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--nodes",
            split = ",",
            description = "How many at once (default: ${DEFAULT-VALUE}).",
            defaultValue = "1,50,500")
    private List<Integer> nodes = List.of();

    @Option(
            names = "--seed",
            description = "The same gives the same requests and simulated times (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "The last line on stdout is one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var bench = new PoolBench(Asked.of(spec, () -> new PoolBenchPlan(nodes, seed)));
        Logging.quiet();
        var fields = bench.run(System.out::println);
        if (json) {
            System.out.println(Json.write(fields));
        }
        return 0;
    }
}
