package io.github.terway4j.app.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program of somebody else's, run inside a node whose namespace has a name; such as {@code ip} or {@code nft}.
 *
 * @param said what it printed, also of what went wrong
 */
public record NodeProgram(int exitStatus, String said) {
    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/sbin"), Path.of("/sbin"), Path.of("/usr/bin"), Path.of("/bin"));

    private static final Path NAMED = Path.of("/run/netns");

    /** Empty where all of these can be run there; else what is in the way. */
    public static Optional<String> obstacle(StageNode node, List<String> programs) {
        if (!NAMED.equals(Path.of(node.netns().path()).getParent())) {
            return Optional.of("no program runs inside " + node.netns());
        }
        return programs.stream()
                .filter(name ->
                        FOLDERS.stream().map(folder -> folder.resolve(name)).noneMatch(Files::isExecutable))
                .findFirst()
                .map(name -> "there is no program " + name);
    }

    /** Throws where there is an {@link #obstacle} with {@code ip} or the program. */
    public static NodeProgram run(StageNode node, String stdin, List<String> words) {
        var name = Path.of(node.netns().path()).getFileName().toString();
        var command = new ArrayList<>(List.of(program("ip"), "netns", "exec", name, program(words.getFirst())));
        command.addAll(words.subList(1, words.size()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(stdin.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new NodeProgram(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program ran", interrupted);
        }
    }

    private static String program(String name) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no program " + name))
                .toString();
    }
}
