package io.github.terway4j.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code terway}: finds the subcommand. */
@Command(
        name = "terway",
        description = "Gives pods on Alibaba Cloud an address of the VPC itself.",
        mixinStandardHelpOptions = true,
        version = "terway4j 0.1.0",
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            DrillCommand.class,
            CloudCommand.class,
            AgentCommand.class,
            CniCommand.class,
            StatusCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            MaxPodsCommand.class,
            ConflistCommand.class,
            CheckNodeCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.oneLineEach();
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
