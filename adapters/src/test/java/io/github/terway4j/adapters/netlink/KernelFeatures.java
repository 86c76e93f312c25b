package io.github.terway4j.adapters.netlink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the kernel has, by trial: one may have it built in, another as a module, and a third hides it from containers. */
final class KernelFeatures {
    private static final Path TRIAL = Path.of("..", "deploy", "test", "kernel-features.sh");
    private static final int THERE = 0;
    private static final int MISSING = 1;
    private static final Map<String, Optional<String>> TRIED = new ConcurrentHashMap<>();

    private KernelFeatures() {}

    /** What is said where those of these are tried that are not there; one that nobody can try throws. */
    static Optional<String> missing(List<String> features) {
        var words = features.stream()
                .flatMap(feature -> TRIED.computeIfAbsent(feature, KernelFeatures::tried).stream())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Optional<String> tried(String feature) {
        try {
            var trial = new ProcessBuilder("bash", TRIAL.toString(), feature)
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return switch (trial.waitFor()) {
                case THERE -> Optional.empty();
                case MISSING -> Optional.of(printed.strip().replaceAll("\\s+", " "));
                default -> throw new IllegalStateException(printed.strip());
            };
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(TRIAL + " " + feature, failure);
        }
    }
}
