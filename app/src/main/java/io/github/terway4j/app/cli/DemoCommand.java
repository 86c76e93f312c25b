package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.app.demo.Finding;
import io.github.terway4j.app.demo.Plot;
import io.github.terway4j.app.demo.ReachTable;
import io.github.terway4j.app.demo.Reachability;
import io.github.terway4j.app.demo.Story;
import io.github.terway4j.app.stage.CloudAccess;
import io.github.terway4j.app.stage.KernelChoice;
import io.github.terway4j.app.stage.Setting;
import io.github.terway4j.app.stage.Stages;
import io.github.terway4j.app.stage.WiringMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway demo}. */
@Command(
        name = "demo",
        description =
                "Starts pods on nodes of a simulated cloud, checks that all works, and leaves nothing behind. As root on"
                        + " Linux, with real namespaces and the real kernel; elsewhere, with simulated ones.")
final class DemoCommand implements Callable<Integer> {
    /** Idle addresses that each node keeps: fewer than pods may come at once, so that some have to wait. */
    private static final int READY = 2;

    private static final Duration COOLDOWN = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--nodes", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "2")
    private int nodes = 2;

    @Option(names = "--pods", description = "How many in all (default: ${DEFAULT-VALUE}).", defaultValue = "6")
    private int pods = 6;

    @Option(
            names = "--kernel",
            description =
                    "linux, simulated, or best: linux where it can be (default: ${DEFAULT-VALUE}). Linux takes root.",
            defaultValue = "best")
    private KernelChoice kernel = KernelChoice.BEST;

    @Option(
            names = "--cloud",
            description = "How agents reach the simulated cloud: memory, or http for Alibaba Cloud's own protocols"
                    + " (default: ${DEFAULT-VALUE}).",
            defaultValue = "memory")
    private CloudAccess cloud = CloudAccess.MEMORY;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "Instead of the story, who reaches whom in a mode, as a table: ENIMultiIP, IPvlan, VPC, ENIOnly, MemberFilter, MemberVLAN, or all.")
    private String mode = "";

    @Option(names = "--json", description = "The last line on stdout is one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var plot = Asked.of(spec, () -> new Plot(nodes, pods));
        Asked.kernel(spec, kernel);
        Logging.quiet();
        var out = System.out;
        if (!mode.isEmpty()) {
            return reach(Modes.named(spec, mode));
        }
        var setting = new Setting(nodes, Math.ceilDiv(pods, nodes), READY, COOLDOWN, cloud);
        try (var stage = Stages.open(kernel, setting, out)) {
            var outcome = new Story(stage, plot, out).tell();
            out.println(outcome.words());
            if (json) {
                out.println(Json.write(outcome.fields()));
            }
            return outcome.ok() ? 0 : 1;
        }
    }

    /** Three pods on two nodes. */
    private int reach(List<WiringMode> modes) {
        var out = System.out;
        var findings = new ArrayList<Finding>();
        for (var one : modes) {
            var setting = new Setting(2, 2, READY, COOLDOWN, cloud).in(one);
            try (var stage = Stages.open(kernel, setting, out)) {
                findings.addAll(new Reachability(stage, one).tell());
            }
        }
        out.println();
        ReachTable.print(findings, out);
        return findings.stream().allMatch(Finding::holds) ? 0 : 1;
    }
}
