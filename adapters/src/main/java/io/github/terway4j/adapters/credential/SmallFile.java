package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold a key or a token, and are told of by their path alone. */
final class SmallFile {
    /** A Secret may have a megabyte; whoever needs more than this for a token has mounted the wrong file. */
    private static final int MOST_BYTES = 64 * 1024;

    private SmallFile() {}

    static String read(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("more than %d bytes".formatted(MOST_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static <T> CloudOutcome<T> unreadable(Path path, IOException e) {
        return new CloudOutcome.Unknown<>("%s cannot be read: %s".formatted(path, e));
    }
}
