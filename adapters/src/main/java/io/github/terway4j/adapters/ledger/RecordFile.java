package io.github.terway4j.adapters.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that grows at its end, and is now and then replaced by a shorter one. It is handed to the operating system and
 * not forced to the disk.
 *
 * <p>No channel: an interrupted thread would close it under everybody's feet.
 */
final class RecordFile {
    private final Path path;
    private RandomAccessFile file;
    /** Up to here it is as we want it; what a failed write has left after that is cut off before the next. */
    private long length;

    RecordFile(Path path, RandomAccessFile file, long length) {
        this.path = path;
        this.file = file;
        this.length = length;
    }

    /** Goes on with a file that is there, after so many bytes of it. */
    static RecordFile goOn(Path path, long length) throws IOException {
        return new RecordFile(path, new RandomAccessFile(path.toFile(), "rw"), length);
    }

    /** Begins a file, or replaces one. */
    static RecordFile begin(Path path, String content) throws IOException {
        // At every instant there is the old file or the new one, as a whole.
        var beside = path.resolveSibling(path.getFileName() + ".new");
        var file = new RandomAccessFile(beside.toFile(), "rw");
        try {
            var begun = new RecordFile(path, file, 0);
            begun.append(content);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
            return begun;
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** What is appended is read after this, or, if it fails, never. */
    void append(String text) throws IOException {
        if (file.length() != length) {
            file.setLength(length);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        file.seek(length);
        file.write(bytes);
        length += bytes.length;
    }

    /** Writes the content anew; if it fails, the file is what it was. */
    void replace(String content) throws IOException {
        var next = begin(path, content);
        close();
        file = next.file;
        length = next.length;
    }

    long length() {
        return length;
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing waits to be written.
        }
    }
}
