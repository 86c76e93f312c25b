package io.github.terway4j.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link HostFiles} promises. Each test has a root of its own, which is empty at first. */
public interface HostFilesContract {
    String PATH = "etc/deep/down/file.conf";

    HostFiles files();

    @Test
    default void nothing_is_there_at_first() {
        assertFalse(files().has("etc"));
        assertEquals(new FoundFile.Absent(), files().read(PATH));
        assertEquals(List.of(), files().names("etc"));
    }

    @Test
    default void what_is_written_is_read_and_its_folders_are_made() {
        assertEquals(new FilesOutcome.Done(), files().write(PATH, "one\n\u00e4\n"));
        assertEquals(new FoundFile.Text("one\n\u00e4\n"), files().read(PATH));
        assertTrue(files().has(PATH));
        assertTrue(files().has("etc/deep"));
    }

    @Test
    default void what_is_written_stands_for_all_that_was_there() {
        files().write(PATH, "one and a long line\n");
        files().write(PATH, "two\n");
        assertEquals(new FoundFile.Text("two\n"), files().read(PATH));
        assertEquals(List.of("file.conf"), files().names("etc/deep/down"));
    }

    @Test
    default void names_come_in_order() {
        files().write("etc/b", "");
        files().write("etc/a", "");
        files().write("etc/c/d", "");
        assertEquals(List.of("a", "b", "c"), files().names("etc"));
    }

    @Test
    default void what_is_removed_is_gone_and_its_folders_stay() {
        files().write(PATH, "one\n");
        assertEquals(new FilesOutcome.Done(), files().remove(PATH));
        assertEquals(new FoundFile.Absent(), files().read(PATH));
        assertTrue(files().has("etc/deep/down"));
    }

    @Test
    default void what_is_gone_is_removed_without_a_failure() {
        assertEquals(new FilesOutcome.Done(), files().remove(PATH));
    }

    @Test
    default void a_folder_is_no_file_to_read_write_or_remove() {
        files().write(PATH, "one\n");
        assertInstanceOf(FoundFile.Other.class, files().read("etc/deep"));
        assertInstanceOf(FilesOutcome.Failed.class, files().write("etc/deep", "two\n"));
        assertInstanceOf(FilesOutcome.Failed.class, files().remove("etc/deep"));
        assertEquals(new FoundFile.Text("one\n"), files().read(PATH));
    }

    @Test
    default void a_file_is_no_folder_to_write_into() {
        files().write("etc/deep", "one\n");
        assertInstanceOf(FilesOutcome.Failed.class, files().write(PATH, "two\n"));
        assertEquals(new FoundFile.Text("one\n"), files().read("etc/deep"));
    }
}
