package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.app.throughput.BandwidthBench;
import io.github.terway4j.app.throughput.BandwidthMeasure;
import io.github.terway4j.app.throughput.BandwidthPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway bench bandwidth}. */
@Command(
        name = "bandwidth",
        description =
                "What passes a pod's shapers, both ways and in both families, beside their limit and beside a link without"
                        + " one; on the simulated kernel, and on the real one as root. iperf3 is used if it is installed.")
final class BenchBandwidthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--limits",
            split = ",",
            description = "In Mbit/s (default: ${DEFAULT-VALUE}).",
            defaultValue = "20,100,200")
    private List<Integer> limits = List.of();

    @Option(
            names = "--runs",
            description = "Of each transfer; the median counts (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int runs;

    @Option(names = "--seconds", description = "How long each lasts (default: ${DEFAULT-VALUE}).", defaultValue = "3")
    private int seconds;

    @Option(names = "--json", description = "One JSON object a line, and nothing else on stdout.")
    private boolean json;

    @Override
    public Integer call() {
        var bench =
                new BandwidthBench(Asked.of(spec, () -> new BandwidthPlan(limits, runs, Duration.ofSeconds(seconds))));
        Logging.quiet();
        if (!json) {
            System.out.println("Mbit/s, by " + bench.meter() + "; WIRE counts Ethernet headers, as the kernel does");
            System.out.println(BandwidthMeasure.heading());
        }
        Consumer<BandwidthMeasure> tell =
                measure -> System.out.println(json ? Json.write(measure.fields()) : measure.row());
        bench.simulated(tell);
        var obstacle = Stages.obstacle();
        if (obstacle.isEmpty()) {
            bench.linux(tell);
        } else {
            System.err.println("Not on the real kernel: " + obstacle.get() + ".");
        }
        return 0;
    }
}
