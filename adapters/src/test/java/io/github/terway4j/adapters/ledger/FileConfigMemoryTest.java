package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigLookup;
import io.github.terway4j.ports.out.ConfigText;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileConfigMemoryTest {
    private static final FileConfigMemory.Word WORD = new FileConfigMemory.Word(
            new ConfigLookup.Written(
                    new NodeLabels(Map.of("terway-config", "large")),
                    List.of(new ConfigText("ConfigMap a/b", "{\"max_pool_size\":5}"), new ConfigText("c", "{}"))),
            Optional.of("172.16.0.0/16"));

    @TempDir
    Path folder;

    private FileConfigMemory open() {
        return FileConfigMemory.open(folder.resolve("state").resolve("config.seen"));
    }

    @Test
    void what_is_kept_is_there_after_a_restart_also_in_a_folder_that_was_not_there() {
        assertEquals(Optional.empty(), open().recall());
        assertEquals(new LedgerOutcome.Written(), open().keep(WORD));
        assertEquals(Optional.of(WORD), open().recall());
        var other = new FileConfigMemory.Word(WORD.written(), Optional.empty());
        assertEquals(new LedgerOutcome.Written(), open().keep(other));
        assertEquals(Optional.of(other), open().recall());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"v\":2}",
                "{\"v\":1,\"labels\":{},\"texts\":[7]}",
                "{\"v\":1,\"labels\":{\"a\":1},\"texts\":[]}"
            })
    void what_cannot_be_read_is_as_good_as_nothing(String text) throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state").resolve("config.seen"), text);
        assertEquals(Optional.empty(), open().recall());
    }

    @Test
    void what_could_not_be_written_is_said_and_not_taken_for_remembered() throws IOException {
        Files.writeString(folder.resolve("state"), "in the way");
        var memory = open();
        assertInstanceOf(LedgerOutcome.Failed.class, memory.keep(WORD));
        assertEquals(Optional.empty(), memory.recall());
    }
}
