package io.github.terway4j.features.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our commands, as a container runs it. */
final class Run {
    private Run() {}

    /**
     * Returns when it has succeeded.
     *
     * @param mounts which folder of ours stands for which of the container's
     */
    static void terway(List<String> words, Map<String, Path> mounts) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.terway4j.app.cli.Main"));
        words.forEach(word -> command.add(mounted(word, mounts)));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> words + " says: " + said);
    }

    /** The word, in which folders are ours. */
    static String mounted(String word, Map<String, Path> mounts) {
        var seen = word;
        for (var mount : mounts.entrySet()) {
            seen = seen.replace(mount.getKey(), mount.getValue().toString());
        }
        return seen;
    }
}
