package io.github.terway4j.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A Java program that serves HTTP, in a process of its own that may use one core and no other. */
final class PinnedProgram implements AutoCloseable {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Pattern AUTHORITY = Pattern.compile("http://([0-9.]+:[0-9]+)");

    private final Process process;
    private final URI authority;

    private PinnedProgram(Process process, URI authority) {
        this.process = process;
        this.authority = authority;
    }

    /** Whether a process can be kept to a core here. */
    static boolean pins() {
        return Files.isExecutable(TASKSET);
    }

    /** Returns when it has printed where it listens. */
    static PinnedProgram start(String mainClass, String... arguments) {
        var command = new ArrayList<String>();
        if (pins()) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.add(ProcessHandle.current().info().command().orElse("java"));
        // As ./terway starts it.
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new PinnedProgram(process, authority(process.inputReader(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static URI authority(BufferedReader printed) throws IOException {
        for (var line = printed.readLine(); line != null; line = printed.readLine()) {
            var found = AUTHORITY.matcher(line);
            if (found.find()) {
                return URI.create("http://" + found.group(1));
            }
        }
        throw new IllegalStateException("the program ended before it said where it listens");
    }

    URI authority() {
        return authority;
    }

    /** Time on a core that it has used so far. */
    Duration used() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the system does not say what a process has used"));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
