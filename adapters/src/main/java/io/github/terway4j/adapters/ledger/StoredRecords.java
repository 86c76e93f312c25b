package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Records of one kind in a file of lines: one that says of which kind they are, and then one per operation. Safe for
 * many threads; one reads or writes at a time.
 */
final class StoredRecords<K extends Comparable<K>, V> {
    /** What the file may hold besides the records that count, before it is written anew with these alone. */
    private static final long SPENT_BYTES = 256 << 10;

    private final RecordKind<K, V> kind;
    private final Path path;
    private final SoleOwner owner;
    private final RecordFile file;
    /** What is in the file, so that looking it up can neither fail nor wait. */
    private final SortedMap<K, V> records;

    private final SortedMap<String, String> aside;
    private long mostBytes;

    private StoredRecords(
            RecordKind<K, V> kind, Path path, SoleOwner owner, RecordFile file, RecordReading<K, V> reading) {
        this.kind = kind;
        this.path = path;
        this.owner = owner;
        this.file = file;
        this.records = reading.records();
        this.aside = reading.aside();
        this.mostBytes = kind.content(records, aside).length() + SPENT_BYTES;
    }

    /** The records and what was found. */
    record Found<K extends Comparable<K>, V>(StoredRecords<K, V> records, OpeningReport report) {}

    /**
     * Opens the file, or begins one where there is none or none that can be read.
     *
     * @param now names what has to be set aside
     * @throws IllegalStateException if another process has it open
     * @throws UncheckedIOException if it can be neither opened nor begun
     */
    static <K extends Comparable<K>, V> Found<K, V> open(RecordKind<K, V> kind, Path path, Instant now) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var owner = SoleOwner.of(kind.words(), path);
            try {
                return found(kind, path, owner, now);
            } catch (IOException | RuntimeException e) {
                owner.leave();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the %s %s cannot be opened".formatted(kind.words(), path), e);
        }
    }

    private static <K extends Comparable<K>, V> Found<K, V> found(
            RecordKind<K, V> kind, Path path, SoleOwner owner, Instant now) throws IOException {
        var setAside = new ArrayList<SetAside>();
        if (Files.exists(path) && !kind.begins(Files.readAllBytes(path))) {
            var why = "it does not begin with \"%s\"".formatted(kind.firstLine().strip());
            setAside.add(new SetAside.WholeFile(Aside.move(path, now), why));
        }
        if (!Files.exists(path)) {
            RecordFile.begin(path, kind.firstLine()).close();
        }
        var reading = RecordReading.of(Files.readAllBytes(path), kind.form());
        if (reading.damaged() > 0) {
            setAside.add(new SetAside.SomeLines(Aside.copy(path, now), reading.damaged()));
        }
        setAside.addAll(reading.news());
        var file = RecordFile.goOn(path, reading.wholeBytes());
        var stored = new StoredRecords<>(kind, path, owner, file, reading);
        if (!setAside.isEmpty()) {
            // So that it is told once.
            stored.compact();
        }
        return new Found<>(stored, new OpeningReport(path, reading.records().size(), setAside));
    }

    synchronized LedgerOutcome put(V record) {
        return write(kind.put(record), () -> records.put(kind.form().key(record), record));
    }

    synchronized LedgerOutcome remove(K key) {
        return records.containsKey(key)
                ? write(new RecordLine.Remove(key.toString()), () -> records.remove(key))
                : new LedgerOutcome.Written();
    }

    /** In the order of their keys. */
    synchronized List<V> all() {
        return List.copyOf(records.values());
    }

    synchronized void close() {
        file.close();
        owner.leave();
    }

    private LedgerOutcome write(RecordLine line, Runnable change) {
        try {
            file.append(line.line());
        } catch (IOException e) {
            return new LedgerOutcome.Failed("the %s %s: %s".formatted(kind.words(), path, e.getMessage()));
        }
        change.run();
        if (file.length() > mostBytes) {
            compact();
        }
        return new LedgerOutcome.Written();
    }

    private void compact() {
        try {
            file.replace(kind.content(records, aside));
        } catch (IOException e) {
            // The file is longer than it need be, and says the same. It is tried again when it has grown as much again.
        }
        mostBytes = file.length() + SPENT_BYTES;
    }
}
