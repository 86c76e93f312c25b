package io.github.terway4j.features.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that are run below {@code deploy/}. */
final class Programs {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final long MINUTES = 5;

    private Programs() {}

    record Run(int exitStatus, List<String> printed) {}

    /** Ended within five minutes, or killed. */
    static Run run(String folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("terway4j-" + folder, ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(DEPLOY.resolve(folder).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(folder + " has not ended in " + MINUTES + " minutes");
            }
            return new Run(process.exitValue(), Files.readAllLines(output));
        } finally {
            Files.delete(output);
        }
    }

    static boolean isInstalled(String program) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
