package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.bench.AddBench;
import io.github.terway4j.app.bench.AddMeasure;
import io.github.terway4j.app.bench.BenchPlan;
import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.LinuxStage;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.WiringMode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway bench add}. */
@Command(
        name = "add",
        description =
                "A pod's ADD and DEL, seen by the caller of the CNI executable, beside a C program that makes the same"
                        + " kernel objects. Takes Linux and root. A ratio compares medians of the same run.")
final class BenchAddCommand implements Callable<Integer> {
    /** Returned addresses are used again at once: a run returns more than a vSwitch holds. */
    private static final Duration NO_COOLDOWN = Duration.ZERO;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--pods",
            split = ",",
            description = "How many are present while it is measured (default: ${DEFAULT-VALUE}).",
            defaultValue = "0,100,1000")
    private List<Integer> pods = List.of();

    @Option(
            names = "--samples",
            description = "Pods measured each time (default: ${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int samples;

    @Option(names = "--json", description = "One JSON object a line, and nothing else on stdout.")
    private boolean json;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "How pods are wired: ENIMultiIP, IPvlan, VPC, ENIOnly, MemberFilter, MemberVLAN, or all (default:"
                            + " ${DEFAULT-VALUE}).",
            defaultValue = "ENIMultiIP")
    private String mode = "";

    @Override
    public Integer call() {
        var plan = Asked.of(spec, () -> new BenchPlan(pods, samples));
        var modes = Modes.named(spec, mode);
        Asked.kernel(spec, KernelChoice.LINUX);
        Logging.quiet();
        var talk = json ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) : System.out;
        for (var one : modes) {
            measure(one, plan, talk);
        }
        return 0;
    }

    private void measure(WiringMode one, BenchPlan plan, PrintStream talk) {
        var room = plan.most() + 10;
        try (var stage = LinuxStage.open(new Setting(1, room, room, NO_COOLDOWN).in(one), talk)) {
            var lacking = one.obstacle(stage);
            if (lacking.isPresent()) {
                talk.println("not here  %s: %s".formatted(one.text(), lacking.get()));
                return;
            }
            talk.println(AddMeasure.heading());
            new AddBench(stage, one, plan)
                    .run(measure -> System.out.println(json ? Json.write(measure.fields()) : measure.row()));
        }
    }
}
