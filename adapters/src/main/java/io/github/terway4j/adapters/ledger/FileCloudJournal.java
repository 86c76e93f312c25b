package io.github.terway4j.adapters.ledger;

import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Intents in one file of lines. Safe for many threads; one reads or writes at a time. */
public final class FileCloudJournal implements CloudJournal, AutoCloseable {
    private final StoredRecords<String, CloudIntent> records;

    private FileCloudJournal(StoredRecords<String, CloudIntent> records) {
        this.records = records;
    }

    /** A journal and what was found in it. */
    public record Opened(FileCloudJournal journal, OpeningReport report) {}

    /**
     * Opens the journal, or begins one where there is none or none that can be read.
     *
     * @param now names what has to be set aside
     * @throws IllegalStateException if another process has it open
     * @throws java.io.UncheckedIOException if it can be neither opened nor begun
     */
    public static Opened open(Path file, Instant now) {
        var kind = new RecordKind<>("journal", "intents", new IntentText());
        var found = StoredRecords.open(kind, file, now);
        return new Opened(new FileCloudJournal(found.records()), found.report());
    }

    @Override
    public LedgerOutcome intend(CloudIntent intent) {
        return records.put(intent);
    }

    @Override
    public LedgerOutcome settle(ClientToken token) {
        return records.remove(token.text());
    }

    @Override
    public List<CloudIntent> open() {
        return records.all();
    }

    /** Ends the journal; what it holds was written before. */
    @Override
    public void close() {
        records.close();
    }
}
