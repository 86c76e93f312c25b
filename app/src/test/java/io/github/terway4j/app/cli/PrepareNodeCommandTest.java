package io.github.terway4j.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareNodeCommandTest {
    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: this is not Linux");
    }

    @Test
    void a_node_is_prepared_from_a_container_and_all_of_it_taken_away_again() throws IOException {
        Files.createDirectories(root.resolve("etc/udev"));
        assertEquals(0, run());
        var rules = root.resolve("etc/udev/rules.d/70-terway4j.rules");
        assertTrue(Files.readString(rules).contains("1f2e3d4c-5b6a"));
        assertEquals(0, run("--remove"));
        assertFalse(Files.exists(rules));
    }

    @Test
    void a_foreign_file_in_the_way_is_left_and_told_by_the_status() throws IOException {
        Files.createDirectories(root.resolve("etc/udev/rules.d"));
        var rules = Files.writeString(root.resolve("etc/udev/rules.d/70-terway4j.rules"), "theirs\n");
        assertEquals(1, run());
        assertEquals("theirs\n", Files.readString(rules));
    }

    @Test
    void a_machine_that_does_not_say_which_it_is_has_nothing_said_of_its_enis() throws IOException {
        Files.createDirectories(root.resolve("etc/udev"));
        assertEquals(1, Main.run("prepare-node", "--host-root", root.toString(), "--machine", "/no/such/file"));
        assertFalse(Files.readString(root.resolve("etc/udev/rules.d/70-terway4j.rules"))
                .contains("virtio_net"));
    }

    /** The loopback device is there on every machine. */
    private int run(String... more) throws IOException {
        var machine = Files.writeString(elsewhere.resolve("product_uuid"), "1f2e3d4c-5b6a\n");
        var words = new ArrayList<>(List.of(
                "prepare-node", "--host-root", root.toString(), "--machine", machine.toString(), "--primary", "lo"));
        words.addAll(List.of(more));
        return Main.run(words.toArray(String[]::new));
    }
}
