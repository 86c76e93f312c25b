package io.github.terway4j.app.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
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
            InstallCommand.class,
            AnnounceCommand.class,
            CheckNodeCommand.class,
            PrepareNodeCommand.class
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
                .setExecutionExceptionHandler(Main::inWords)
                .execute(arguments);
    }

    /** A file that cannot be read or written says so itself; anything else is a mistake of ours, whose trace we need. */
    private static int inWords(Exception failed, CommandLine command, ParseResult asked) throws Exception {
        if (!(failed instanceof UncheckedIOException file)) {
            throw failed;
        }
        command.getErr()
                .println("terway %s: %s (%s)".formatted(command.getCommandName(), file.getMessage(), file.getCause()));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
