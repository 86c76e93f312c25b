package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The programs below {@code deploy/} pass their own suites, and what they say last is printed. */
final class ProgramsInCTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final long MINUTES = 5;

    @Test
    void the_cni_executable_keeps_its_promises() throws Exception {
        assumeTools("make", "cc");
        passes("cni-shim");
    }

    @Test
    void the_floor_makes_a_pod_that_ip_can_see() throws Exception {
        assumeTools("make", "cc", "ip");
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces are root's to make");
        passes("bench");
    }

    @Test
    void a_suite_that_fails_is_found_out() throws Exception {
        assumeTools("make");
        assertEquals(2, run("cni-shim", List.of("make", "no-such-suite")).exitStatus());
    }

    private static void passes(String folder) throws IOException, InterruptedException {
        var run = run(folder, List.of("make", "test"));
        assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
        System.out.println("deploy/" + folder + ": " + run.printed().getLast());
    }

    private record Run(int exitStatus, List<String> printed) {}

    private static Run run(String folder, List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("terway4j-" + folder, ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(DEPLOY.resolve(folder).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(folder + " has not ended in " + MINUTES + " minutes");
            }
            return new Run(process.exitValue(), Files.readAllLines(output));
        } finally {
            Files.delete(output);
        }
    }

    private static void assumeTools(String... programs) {
        for (var program : programs) {
            assumeTrue(isInstalled(program), "there is no program '" + program + "' here");
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
