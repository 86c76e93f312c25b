package io.github.terway4j.adapters.hostfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.ports.HostFilesContract;
import io.github.terway4j.ports.out.FilesOutcome;
import io.github.terway4j.ports.out.HostFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootedFilesTest implements HostFilesContract {
    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @Override
    public HostFiles files() {
        return new RootedFiles(root);
    }

    @Test
    void a_link_in_the_place_of_a_file_is_somebody_elses() throws IOException {
        var target = Files.writeString(elsewhere.resolve("target"), "theirs\n");
        Files.createSymbolicLink(root.resolve("file"), target);
        assertInstanceOf(FoundFile.Other.class, files().read("file"));
        assertInstanceOf(FilesOutcome.Failed.class, files().write("file", "ours\n"));
        assertInstanceOf(FilesOutcome.Failed.class, files().remove("file"));
        assertEquals("theirs\n", Files.readString(target));
    }

    @Test
    void nothing_is_written_where_a_link_on_the_way_leads_out_of_the_root() throws IOException {
        Files.createSymbolicLink(root.resolve("etc"), elsewhere);
        assertInstanceOf(FilesOutcome.Failed.class, files().write("etc/file", "ours\n"));
        assertFalse(Files.exists(elsewhere.resolve("file")));
    }

    @Test
    void a_path_that_climbs_out_of_the_root_is_our_mistake() {
        assertThrows(IllegalArgumentException.class, () -> files().has("../etc/passwd"));
        assertThrows(IllegalArgumentException.class, () -> files().has("/etc/passwd"));
    }

    @Test
    void what_an_earlier_life_left_half_written_keeps_nobody_from_writing() throws IOException {
        Files.writeString(root.resolve(".file.terway4j"), "hal");
        assertEquals(new FilesOutcome.Done(), files().write("file", "ours\n"));
        assertEquals(List.of("file"), files().names(""));
    }

    @Test
    void what_is_too_long_to_be_ours_is_not_read() throws IOException {
        Files.write(root.resolve("file"), new byte[1 << 17]);
        assertInstanceOf(FoundFile.Other.class, files().read("file"));
    }
}
