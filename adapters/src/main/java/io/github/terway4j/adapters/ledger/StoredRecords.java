package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/**
 * Records of one kind in one MVStore file. Safe for many threads; one reads or writes at a time.
 *
 * <p>A store that failed once (a full disk, an interrupted thread) refuses everything from then on: the operation after
 * it opens the file again.
 */
final class StoredRecords<K extends Comparable<K>, V> {
    private final Kind<K, V> kind;
    private final Path file;
    private RecordStore<K, V> store;
    private boolean broken;
    /** What is in the file, so that looking it up can neither fail nor wait. */
    private SortedMap<K, V> records;

    private StoredRecords(Kind<K, V> kind, Path file, RecordStore<K, V> store, SortedMap<K, V> records) {
        this.kind = kind;
        this.file = file;
        this.store = store;
        this.records = records;
    }

    /**
     * What the records are.
     *
     * @param words what people call the file
     * @param map its name in the file
     */
    record Kind<K extends Comparable<K>, V>(String words, String map, RecordText<K, V> form) {
        RecordStore<K, V> store(Path file) {
            return new RecordStore<>(StoreFile.open(words, file), map, form);
        }
    }

    /** The records and what was found. */
    record Found<K extends Comparable<K>, V>(StoredRecords<K, V> records, OpeningReport report) {}

    /**
     * Opens the file, or begins one where there is none or none that can be read.
     *
     * @param now names the file that has to be set aside
     * @throws IllegalStateException if another process has it open, or the disk is full
     * @throws UncheckedIOException if the place cannot be written to
     */
    static <K extends Comparable<K>, V> Found<K, V> open(Kind<K, V> kind, Path file, Instant now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the %s %s".formatted(kind.words(), file), e);
        }
        try {
            return found(kind, file, List.of());
        } catch (MVStoreException unreadable) {
            var keptAs = StoreFile.setAside(file, now);
            return found(kind, file, List.of(new SetAside.WholeFile(keptAs, String.valueOf(unreadable.getMessage()))));
        }
    }

    synchronized LedgerOutcome put(V record) {
        return write(() -> {
            store.put(record);
            records.put(kind.form().key(record), record);
        });
    }

    synchronized LedgerOutcome remove(K key) {
        return write(() -> {
            store.remove(key);
            records.remove(key);
        });
    }

    /** In the order of their keys. */
    synchronized List<V> all() {
        return List.copyOf(records.values());
    }

    synchronized void close() {
        if (broken) {
            store.abandon();
        } else {
            store.close();
        }
    }

    private LedgerOutcome write(Runnable change) {
        try {
            if (broken) {
                mend();
            }
            change.run();
            return new LedgerOutcome.Written();
        } catch (MVStoreException e) {
            broken = true;
            return new LedgerOutcome.Failed("the %s %s: %s".formatted(kind.words(), file, e.getMessage()));
        } catch (IllegalStateException e) {
            // Not mended yet; the next operation tries again.
            return new LedgerOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private void mend() {
        store.abandon();
        store = kind.store(file);
        records = store.read().records();
        broken = false;
    }

    private static <K extends Comparable<K>, V> Found<K, V> found(Kind<K, V> kind, Path file, List<SetAside> before) {
        var mvStore = StoreFile.open(kind.words(), file);
        try {
            var store = new RecordStore<>(mvStore, kind.map(), kind.form());
            var content = store.read();
            var setAside =
                    Stream.concat(before.stream(), content.setAside().stream()).toList();
            var report = new OpeningReport(file, content.records().size(), setAside);
            return new Found<>(new StoredRecords<>(kind, file, store, content.records()), report);
        } catch (MVStoreException e) {
            mvStore.closeImmediately();
            throw e;
        }
    }
}
