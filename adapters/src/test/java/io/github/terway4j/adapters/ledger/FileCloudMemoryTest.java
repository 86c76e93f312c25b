package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.CloudMemoryContract;
import io.github.terway4j.ports.out.CloudMemory;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCloudMemoryTest implements CloudMemoryContract {
    @TempDir
    Path folder;

    @Override
    public CloudMemory openMemory() {
        return FileCloudMemory.open(folder.resolve("cloud.seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"v\":2}", "{\"v\":1,\"enis\":[7],\"vSwitches\":[]}", "{\"v\":1,\"enis\":[{}]}"})
    void what_cannot_be_read_is_as_good_as_nothing(String text) throws IOException {
        Files.writeString(folder.resolve("cloud.seen"), text);
        assertEquals(Optional.empty(), openMemory().facts());
        assertEquals(new LedgerOutcome.Written(), openMemory().keep(FACTS));
        assertEquals(Optional.of(FACTS), openMemory().facts());
    }

    @Test
    void what_could_not_be_written_is_not_taken_for_remembered() throws IOException {
        var memory = FileCloudMemory.open(folder.resolve("gone").resolve("cloud.seen"));
        assertInstanceOf(LedgerOutcome.Failed.class, memory.keep(FACTS));
        assertEquals(Optional.empty(), memory.facts());
        Files.createDirectories(folder.resolve("gone"));
        assertEquals(new LedgerOutcome.Written(), memory.keep(FACTS));
    }

    @Test
    void a_file_of_an_earlier_version_is_named_as_long_as_it_is_there() throws IOException {
        var ledger = folder.resolve("leases.records");
        assertEquals(List.of(), FormerFiles.words(ledger));
        var earlier = Files.writeString(folder.resolve("leases.mv"), "H:2");
        Files.writeString(ledger, "");
        assertTrue(FormerFiles.words(ledger).getFirst().startsWith(earlier.toString()));
    }

    @Test
    void what_terway_has_left_is_named_before_the_first_lease_of_ours_and_no_more() throws IOException {
        var ledger = folder.resolve("leases.records");
        Files.writeString(folder.resolve("ResRelation.db"), "");
        assertEquals(1, FormerFiles.words(ledger).size());
        Files.writeString(ledger, "");
        assertEquals(List.of(), FormerFiles.words(ledger));
    }
}
