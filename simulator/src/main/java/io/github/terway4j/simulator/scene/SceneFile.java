package io.github.terway4j.simulator.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where scenes are written down. */
public final class SceneFile {
    private static final String BUILT_IN = "built-in.yaml";

    private SceneFile() {}

    /** Reads a file; the policies that it names lie beside it, unless it says otherwise. */
    public static SceneReading read(Path file) {
        return text(file)
                .map(text -> SceneReader.read(text, name -> text(file.resolveSibling(name))))
                .orElseGet(() -> new SceneReading.Refused(List.of(file + " cannot be read")));
    }

    /** The scene that needs no file. */
    public static Scene builtIn() {
        return switch (SceneReader.read(builtInText(), name -> Optional.empty())) {
            case SceneReading.Accepted(Scene scene) -> scene;
            case SceneReading.Refused(List<String> problems) -> throw new IllegalStateException("" + problems);
        };
    }

    /** What it would be as a file, for people to begin their own with. */
    public static String builtInText() {
        try (var in = SceneFile.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException(BUILT_IN + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
