package io.github.terway4j.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final int USAGE = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --nodes 0",
                "demo --nodes 51",
                "demo --pods 0",
                "demo --pods many",
                "demo --kernel windows",
                "drill --pods 0",
                "drill --mode sideways",
                "demo --mode sideways",
                "bench add --pods 0,-3",
                "bench add --samples 0",
                "agent --node n",
                "agent --node n --world w --cloud moon",
                "agent --node n --world w --cloud openapi --metadata ftp://there",
                "cni ADD --pod nameless",
                "cni ADD --netconf /no/such/file",
                "max-pods",
                "max-pods --type ecs.g7.larg",
                "max-pods --type ecs.g7.large --conf /no/such/file",
                "prepare-node --spare nobody",
                "prepare-node --primary a/b",
                "dance"
            })
    void what_cannot_be_asked_for_ends_with_status_2(String line) {
        assertEquals(USAGE, Main.run(line.split(" ", -1)));
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        var said = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, Main.run("install", "--program", "/no/such/file"));
        } finally {
            System.setErr(before);
        }
        assertEquals(
                "terway install: /no/such/file cannot be read (java.nio.file.NoSuchFileException: /no/such/file)",
                said.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void a_call_to_an_agent_that_is_away_ends_as_the_runtime_would_see_it(@TempDir Path folder) {
        assertEquals(
                1,
                Main.run(
                        "cni",
                        "STATUS",
                        "--socket",
                        folder.resolve("cni.socket").toString()));
    }

    @Test
    void an_agent_without_a_configuration_is_refused(@TempDir Path folder) {
        var nowhere = folder.resolve("nothing").toString();
        assertEquals(USAGE, Main.run("agent", "--node", "n", "--world", nowhere, "--config", nowhere));
    }

    @Test
    void how_many_pods_a_type_carries_is_worked_out(@TempDir Path folder) throws IOException {
        assertEquals(0, Main.run("max-pods", "--type", "ecs.g7.large"));
        var conf = Files.writeString(folder.resolve("eni_conf"), "{\"max_eni\": 1}");
        assertEquals(0, Main.run("max-pods", "--type", "ecs.g7.large", "--conf", conf.toString()));
        Files.writeString(conf, "{\"max_eni\": -1}");
        assertEquals(USAGE, Main.run("max-pods", "--type", "ecs.g7.large", "--conf", conf.toString()));
    }

    @Test
    void help_is_no_mistake() {
        assertEquals(0, Main.run("demo", "--help"));
    }
}
