package io.github.terway4j.adapters.hostfiles;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files below a root. */
public final class RootedFiles implements HostFiles {
    /** Chosen: no file that we care for is longer. */
    private static final long LONGEST = 1 << 16;

    private final Path root;

    public RootedFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public boolean has(String path) {
        return Files.exists(at(path), NOFOLLOW_LINKS);
    }

    @Override
    public FoundFile read(String path) {
        var file = at(path);
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return new FoundFile.Absent();
        }
        try {
            if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                return new FoundFile.Other(
                        Files.isSymbolicLink(file) ? "it is a symbolic link" : "it is no plain file");
            }
            return Files.size(file) > LONGEST
                    ? new FoundFile.Other("it has more than %d bytes".formatted(LONGEST))
                    : new FoundFile.Text(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return new FoundFile.Other("it cannot be read: " + unreadable);
        }
    }

    @Override
    public List<String> names(String folder) {
        try (var entries = Files.list(at(folder))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    @Override
    public FilesOutcome write(String path, String text) {
        var file = at(path);
        if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return new FilesOutcome.Failed(file + " is no plain file");
        }
        var beside = file.resolveSibling("." + file.getFileName() + ".terway4j");
        try {
            Files.createDirectories(folder(file));
            if (!folder(file).toRealPath().startsWith(root.toRealPath())) {
                return new FilesOutcome.Failed("a link on the way to %s leads out of %s".formatted(file, root));
            }
            writeThrough(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new FilesOutcome.Done();
        } catch (IOException refused) {
            return new FilesOutcome.Failed("%s cannot be written: %s".formatted(file, refused));
        }
    }

    /** An earlier life may have left its beginnings here. */
    private static void writeThrough(Path beside, String text) throws IOException {
        Files.deleteIfExists(beside);
        try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public FilesOutcome remove(String path) {
        var file = at(path);
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return new FilesOutcome.Done();
        }
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return new FilesOutcome.Failed(file + " is no plain file");
        }
        try {
            Files.deleteIfExists(file);
            return new FilesOutcome.Done();
        } catch (IOException refused) {
            return new FilesOutcome.Failed("%s cannot be removed: %s".formatted(file, refused));
        }
    }

    private static Path folder(Path file) {
        return file.resolveSibling("");
    }

    private Path at(String path) {
        var file = root.resolve(path).normalize();
        if (path.startsWith("/") || !file.startsWith(root)) {
            throw new IllegalArgumentException("\"%s\" leads out of %s".formatted(path, root));
        }
        return file;
    }
}
