package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.bench.CloudBench;
import io.github.terway4j.app.bench.CloudBenchPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway bench cloud}. */
@Command(
        name = "cloud",
        description =
                "The simulated cloud: how many signed requests one core serves, beside a bare HTTP server that answers as"
                        + " many bytes, and how long it takes to hold a large account's ENIs.")
final class BenchCloudCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--instances", description = "To hold (default: ${DEFAULT-VALUE}).", defaultValue = "5000")
    private int instances;

    @Option(names = "--enis", description = "Of each instance (default: ${DEFAULT-VALUE}).", defaultValue = "20")
    private int enis;

    @Option(
            names = "--rounds",
            description = "In which cloud and floor take turns (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int rounds;

    @Option(names = "--json", description = "One JSON object a line, and nothing else on stdout.")
    private boolean json;

    @Override
    public Integer call() {
        var bench = new CloudBench(Asked.of(spec, () -> new CloudBenchPlan(instances, enis, rounds)));
        Logging.quiet();
        var rate = bench.rate();
        System.out.println(json ? Json.write(rate.fields()) : rate.words());
        var hold = bench.hold();
        System.out.println(json ? Json.write(hold.fields()) : hold.words());
        return 0;
    }
}
