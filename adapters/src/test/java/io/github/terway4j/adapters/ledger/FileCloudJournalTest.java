package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.ports.CloudJournalContract;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCloudJournalTest implements CloudJournalContract {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final CloudIntent INTENT =
            new CloudIntent(new ClientToken("t"), new CloudDeed.Delete(new EniId("eni-1")), SINCE);

    @TempDir
    private Path directory;

    private final List<FileCloudJournal> opened = new ArrayList<>();

    /** As after the agent was killed: what the operating system has of the file, and nothing that was in memory. */
    @Override
    public CloudJournal open() {
        try {
            var file = directory.resolve("intents-" + opened.size());
            if (!opened.isEmpty()) {
                Files.copy(directory.resolve("intents-" + (opened.size() - 1)), file);
            }
            return open(file).journal();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private FileCloudJournal.Opened open(Path file) {
        var found = FileCloudJournal.open(file, NOW);
        opened.add(found.journal());
        return found;
    }

    @AfterEach
    void close() {
        opened.forEach(FileCloudJournal::close);
    }

    @Test
    void a_file_that_is_no_journal_is_set_aside_and_a_new_one_begun() throws IOException {
        var file = directory.resolve("intents");
        Files.writeString(file, "this is no journal\n".repeat(1000));
        var found = open(file);
        var whole = assertInstanceOf(
                SetAside.WholeFile.class, found.report().setAside().getFirst());
        assertEquals("this is no journal\n".repeat(1000), Files.readString(whole.keptAs()));
        found.journal().intend(INTENT);
        assertEquals(List.of(INTENT), found.journal().open());
    }

    @Test
    void a_record_that_makes_no_sense_is_set_aside_with_the_reason_and_the_others_are_read() throws IOException {
        var file = directory.resolve("intents");
        open(file).journal().close();
        var form = new IntentText();
        write(file, "a", "{\"v\":2,\"token\":\"a\"}");
        write(file, "b", form.write(INTENT).replace("\"t\"", "\"b\"").replace("delete", "undo"));
        write(file, "c", form.write(INTENT));
        write(file, "t", form.write(INTENT));
        var found = open(file);
        assertEquals(
                List.of(
                        "the record of a is set aside: it is of version 2, and only version 1 is known",
                        "the record of b is set aside: no deed is called undo",
                        "the record of c is set aside: it speaks of t"),
                found.report().setAside().stream().map(SetAside::words).toList());
        assertEquals(List.of(INTENT), found.journal().open());
    }

    /** Leases taken for intents would all be set aside one by one. */
    @Test
    void a_ledger_of_leases_is_no_journal() {
        var file = directory.resolve("intents");
        FileLeaseLedger.open(file, NOW).ledger().close();
        assertInstanceOf(
                SetAside.WholeFile.class, open(file).report().setAside().getFirst());
    }

    private static void write(Path file, String key, String text) throws IOException {
        Files.writeString(file, new RecordLine.Put(key, text).line(), StandardOpenOption.APPEND);
    }
}
