package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    private Path directory;

    /** A disk with room for so many bytes, and then none. */
    private static final class FullDisk extends RandomAccessFile {
        private int room;

        FullDisk(Path file, int room) throws IOException {
            super(file.toFile(), "rw");
            this.room = room;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            int taken = Math.min(room, bytes.length);
            write(bytes, 0, taken);
            room -= taken;
            if (taken < bytes.length) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void what_a_full_disk_took_of_a_line_is_cut_off_before_the_next() throws IOException {
        var path = directory.resolve("file");
        var disk = new FullDisk(path, 7);
        var file = new RecordFile(path, disk, 0);
        file.append("one\n");
        assertThrows(IOException.class, () -> file.append("twelve\n"));
        assertEquals("one\ntwe", Files.readString(path));
        disk.room = 100;
        file.append("2\n");
        assertEquals("one\n2\n", Files.readString(path));
        assertEquals(6, file.length());
    }

    @Test
    void what_is_beyond_the_end_is_cut_off_before_the_next_line() throws IOException {
        var path = directory.resolve("file");
        Files.writeString(path, "one\nhalf of");
        var file = RecordFile.goOn(path, 4);
        assertEquals("one\nhalf of", Files.readString(path));
        file.append("two\n");
        assertEquals("one\ntwo\n", Files.readString(path));
    }

    @Test
    void it_goes_on_in_the_new_file_after_it_was_replaced() throws IOException {
        var path = directory.resolve("file");
        // A process was killed when it had written a part of the new file.
        Files.writeString(directory.resolve("file.new"), "something longer than the new file");
        var file = RecordFile.begin(path, "one\n");
        file.append("two\n");
        file.replace("three\n");
        file.append("four\n");
        assertEquals("three\nfour\n", Files.readString(path));
        assertEquals(11, file.length());
        assertFalse(Files.exists(directory.resolve("file.new")));
    }

    @Test
    void if_it_cannot_be_replaced_it_goes_on_as_it_was() throws IOException {
        var path = directory.resolve("file");
        var file = RecordFile.begin(path, "one\n");
        Files.createDirectory(directory.resolve("file.new"));
        assertThrows(IOException.class, () -> file.replace("three\n"));
        file.append("two\n");
        assertEquals("one\ntwo\n", Files.readString(path));
    }
}
