package io.github.terway4j.features.architecture.crooked.domain.lease;

import java.nio.file.Files;
import java.nio.file.Path;

/** Decides by what lies on a disk. */
final class ReadsAFile {
    private ReadsAFile() {}

    static boolean decides() {
        return Files.exists(Path.of("/"));
    }
}
