package io.github.terway4j.app.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An agent in a process of its own: this very program, started again with the subcommand {@code agent}, or another one that
 * the environment names, such as that of an image.
 */
final class AgentProcess {
    /**
     * As on a node: C1 alone, since C2 makes the cloud's generated readers cost hundreds of megabytes, the serial
     * collector, and a small heap. What a pod's start runs through is compiled after twenty pods rather than two hundred.
     */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=0.1",
            "-Xms12m",
            "-Xmn6m",
            "-Xmx48m",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED");

    /** The words of a command that takes an agent's options; it must see our files at the same places. */
    private static final String OTHER_AGENT = "TERWAY_AGENT";

    private final Process process;
    private final Path log;

    private AgentProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** With these variables besides our own. */
    static AgentProcess start(List<String> options, Map<String, String> environment, Path log) {
        var other = System.getenv(OTHER_AGENT);
        var command = new ArrayList<>(other == null ? itself() : List.of(other.split(" ")));
        command.addAll(options);
        try {
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new AgentProcess(process, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> itself() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.github.terway4j.app.cli.Main", "agent"));
        return command;
    }

    long pid() {
        return process.pid();
    }

    /** What it has taken of processors so far, which tells more than time does where others take them, too. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    long residentKib() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the kernel says nothing of process " + pid()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The status with which it has ended; empty while it runs. */
    OptionalInt end() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Throws with the end of its log if it has ended by itself. */
    void mustRun() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the agent ended with status %d:\n%s".formatted(process.exitValue(), endOfLog()));
        }
    }

    String endOfLog() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException unreadable) {
            return "(its log cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
