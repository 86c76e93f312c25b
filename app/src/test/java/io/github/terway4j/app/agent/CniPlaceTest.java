package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CniPlaceTest {
    @TempDir
    private Path folder = Path.of("");

    private CniPlace place = new CniPlace(folder, folder);
    private Path executable = folder;

    @BeforeEach
    void node() throws IOException {
        executable = Files.writeString(folder.resolve("shipped"), "new program");
        place = new CniPlace(
                Files.createDirectory(folder.resolve("bin")), Files.createDirectory(folder.resolve("net.d")));
    }

    @Test
    void the_executable_may_be_run_by_everybody() throws IOException {
        place.install(executable);
        var installed = folder.resolve("bin/terway");
        assertEquals("new program", Files.readString(installed));
        assertTrue(Files.isExecutable(installed));
        assertEquals(List.of(installed), list("bin"));
    }

    @Test
    void whoever_runs_the_old_executable_runs_on() throws IOException {
        var installed = Files.writeString(folder.resolve("bin/terway"), "old program");
        try (var running = Files.newInputStream(installed)) {
            place.install(executable);
            assertArrayEquals("old program".getBytes(StandardCharsets.UTF_8), running.readAllBytes());
        }
        assertEquals("new program", Files.readString(installed));
    }

    @Test
    void the_list_takes_the_place_of_the_single_configuration_that_would_go_before_it() throws IOException {
        Files.writeString(folder.resolve("net.d/10-terway.conf"), "{}");
        place.announce(bytes("{\"plugins\": []}"));
        assertEquals(List.of(folder.resolve("net.d/10-terway.conflist")), list("net.d"));
    }

    @Test
    void a_list_that_says_the_same_is_not_written_again() throws IOException {
        place.announce(bytes("{}"));
        var list = folder.resolve("net.d/10-terway.conflist");
        var before = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(list, before);
        place.announce(bytes("{}"));
        assertEquals(before, Files.getLastModifiedTime(list));
        place.announce(bytes("{\"name\": \"terway-chainer\"}"));
        assertEquals("{\"name\": \"terway-chainer\"}", Files.readString(list));
    }

    @Test
    void what_is_withdrawn_is_gone_and_may_be_withdrawn_again() throws IOException {
        place.announce(bytes("{}"));
        place.withdraw();
        place.withdraw();
        assertEquals(List.of(), list("net.d"));
    }

    @Test
    void an_executable_that_is_missing_leaves_the_old_one_in_its_place() throws IOException {
        Files.writeString(folder.resolve("bin/terway"), "old program");
        assertThrows(UncheckedIOException.class, () -> place.install(folder.resolve("nowhere")));
        assertEquals("old program", Files.readString(folder.resolve("bin/terway")));
        assertFalse(Files.exists(folder.resolve("bin/.terway.new")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Path> list(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.toList();
        }
    }
}
