package io.github.terway4j.app.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs in C that belong to this one, where they have been built. */
public record Programs(Path shim, Path caller, Path floor) {
    /** In the checkout that the launcher names, or that this process was started in; empty where they are not built. */
    public static Optional<Programs> built() {
        return checkout()
                .map(home -> new Programs(
                        home.resolve("deploy/cni-shim/terway"),
                        home.resolve("deploy/bench/caller"),
                        home.resolve("deploy/bench/floor")))
                .filter(programs -> Stream.of(programs.shim, programs.caller, programs.floor)
                        .allMatch(Files::isExecutable));
    }

    /** The folder with the sources of these programs; empty where there is none. */
    public static Optional<Path> checkout() {
        return Stream.iterate(start(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("deploy/cni-shim/terway.c")))
                .findFirst();
    }

    private static Path start() {
        return Path.of(System.getenv().getOrDefault("TERWAY_HOME", "")).toAbsolutePath();
    }
}
