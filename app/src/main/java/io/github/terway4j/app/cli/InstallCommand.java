package io.github.terway4j.app.cli;

import io.github.terway4j.app.agent.CniPlace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code terway install}. */
@Command(
        name = "install",
        description =
                "Puts the CNI executable into the container runtime's folder of plugins, in one step: calls under way run"
                        + " on by the one that was there.")
final class InstallCommand implements Callable<Integer> {
    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "The executable (default: ${DEFAULT-VALUE}).",
            defaultValue = "/opt/terway/cni/terway")
    private Path program = Path.of("");

    @Option(
            names = "--cni-bin",
            paramLabel = "FOLDER",
            description = "Where the runtime looks for plugins (default: ${DEFAULT-VALUE}).",
            defaultValue = "/opt/cni/bin")
    private Path programs = Path.of("");

    @Override
    public Integer call() {
        new CniPlace(programs, Path.of("")).install(program);
        return 0;
    }
}
