package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.drill.Drill;
import io.github.terway4j.app.drill.DrillPlan;
import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.app.stage.WiringMode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway drill}. */
@Command(
        name = "drill",
        description =
                "Fills one node with pods, among rules, routes, links and addresses of others: they are wired, checked,"
                        + " one in ten damaged by hand and repaired, and all removed. What was there before the first has to"
                        + " be there after the last, and nothing else. As root on Linux, with the real kernel.")
final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pods", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "1000")
    private int pods;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "How pods are wired: ENIMultiIP, IPvlan, VPC, ENIOnly, MemberFilter, MemberVLAN, or all (default: ${DEFAULT-VALUE}).",
            defaultValue = "all")
    private String mode = "";

    @Option(
            names = "--kernel",
            description =
                    "linux, simulated, or best: linux where it can be (default: ${DEFAULT-VALUE}). Linux takes root.",
            defaultValue = "best")
    private KernelChoice kernel = KernelChoice.BEST;

    @Option(
            names = "--seed",
            description = "What others have, and what is removed by hand (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "After each mode, one JSON object on a line.")
    private boolean json;

    @Override
    public Integer call() {
        var plan = Asked.of(spec, () -> new DrillPlan(pods, seed));
        var modes = Modes.named(spec, mode);
        Asked.kernel(spec, kernel);
        Logging.quiet();
        return modes.stream().map(one -> drill(plan, one)).reduce(0, Math::max);
    }

    private int drill(DrillPlan plan, WiringMode one) {
        var setting = new Setting(1, plan.pods(), plan.pods(), Duration.ZERO).in(one);
        var out = System.out;
        try (var stage = Stages.setUp(kernel, setting, out)) {
            var lacking = one.obstacle(stage);
            if (lacking.isPresent()) {
                out.println("not here  %s: %s".formatted(one.text(), lacking.get()));
                return 0;
            }
            var count = new Drill(stage, one.text(), plan, out).run();
            out.println(json ? Json.write(count.fields()) : count.words());
            return count.ok() ? 0 : 1;
        }
    }
}
