package io.github.terway4j.app.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program run once, by the small program that forks it and takes the time: starting a process from a JVM takes longer
 * than most of what is to be measured.
 *
 * @param printed its stdout
 */
public record MeasuredRun(int exitStatus, String printed, Duration took) {
    /** With these variables besides our own, and this on its stdin. */
    public static MeasuredRun of(Path caller, List<String> command, Map<String, String> environment, String stdin) {
        var words = new ArrayList<>(List.of(caller.toString()));
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(stdin.getBytes(StandardCharsets.UTF_8));
            }
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new MeasuredRun(process.waitFor(), printed, micros(said));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        }
    }

    /** The last line; what stands before it is the program's own. */
    private static Duration micros(String said) {
        var lines = said.lines().toList();
        try {
            return Duration.of(Long.parseLong(lines.getLast()), ChronoUnit.MICROS);
        } catch (NumberFormatException noNumber) {
            throw new IllegalStateException("the run was not measured: " + said, noNumber);
        }
    }
}
