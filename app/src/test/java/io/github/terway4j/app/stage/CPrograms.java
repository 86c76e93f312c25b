package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Builds the programs in C, or skips the tests that need them, with the reason. */
final class CPrograms {
    private CPrograms() {}

    static void buildOrSkip() {
        for (var tool : List.of("make", "cc")) {
            assumeTrue(
                    run("sh", "-c", "command -v " + tool) == 0,
                    tool + " is missing: apt-get install gcc libc6-dev make");
        }
        var checkout = Programs.checkout().orElseThrow();
        for (var folder : List.of("deploy/cni-shim", "deploy/bench")) {
            assertEquals(0, run("make", "-s", "-C", checkout.resolve(folder).toString()), folder + " does not compile");
        }
        var obstacle = Stages.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
