package io.github.terway4j.adapters.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names for what cannot be read: after the time, and after a number where that name is taken. */
final class Aside {
    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Aside() {}

    /** Moves the file out of the way. */
    static Path move(Path file, Instant now) {
        var target = free(file, now);
        try {
            return Files.move(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException("%s is unreadable and cannot be renamed to %s".formatted(file, target), e);
        }
    }

    /** Keeps the file as it is, and leaves it where it is. */
    static Path copy(Path file, Instant now) {
        var target = free(file, now);
        try {
            return Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException("%s is damaged and cannot be copied to %s".formatted(file, target), e);
        }
    }

    private static Path free(Path file, Instant now) {
        var name = "%s.unreadable-%s".formatted(file.getFileName(), SUFFIX.format(now));
        var target = file.resolveSibling(name);
        for (int i = 2; Files.exists(target); i++) {
            target = file.resolveSibling(name + "-" + i);
        }
        return target;
    }
}
