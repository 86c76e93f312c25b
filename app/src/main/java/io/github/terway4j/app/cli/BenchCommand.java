package io.github.terway4j.app.cli;

import picocli.CommandLine.Command;

/** {@code terway bench}. */
@Command(
        name = "bench",
        description = "Measures beside a floor, in the same run.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchAddCommand.class,
            BenchBandwidthCommand.class,
            BenchCloudCommand.class,
            BenchPoolCommand.class
        })
final class BenchCommand {}
