package io.github.terway4j.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnnounceTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void configMap() throws IOException {
        Files.writeString(folder.resolve("10-terway.conf"), "{\"type\": \"terway\"}");
    }

    @Test
    void the_runtime_hears_nothing_while_no_agent_could_serve() {
        assertEquals(1, announce("--within", "0"));
        assertFalse(Files.exists(folder.resolve("10-terway.conflist")));
    }

    @Test
    void what_was_announced_is_withdrawn_without_asking_any_agent() throws IOException {
        var list = Files.writeString(folder.resolve("10-terway.conflist"), "{}");
        assertEquals(0, announce("--withdraw"));
        assertFalse(Files.exists(list));
    }

    @Test
    void the_executable_is_installed_where_the_runtime_looks() throws IOException {
        var program = Files.writeString(folder.resolve("shipped"), "program");
        var bin = Files.createDirectory(folder.resolve("bin"));
        assertEquals(0, Main.run("install", "--program", program.toString(), "--cni-bin", bin.toString()));
        assertTrue(Files.isExecutable(bin.resolve("terway")));
    }

    private int announce(String... words) {
        var place = folder.toString();
        var socket = folder.resolve("cni.socket").toString();
        var all = new ArrayList<>(List.of("announce", "--conf", place, "--cni-conf", place, "--socket", socket));
        all.addAll(List.of(words));
        return Main.run(all.toArray(String[]::new));
    }
}
