package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.adapters.ledger.RecordText.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/** An open file with two maps, from a record's key to its text. For one thread at a time. */
final class RecordStore<K extends Comparable<K>, V> {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int WANTED_FILL_PERCENT = 80;
    private static final int COMPACTION_BYTES = 1 << 20;

    private final MVStore store;
    private final RecordText<K, V> form;
    private final MVMap<String, String> records;
    /** Texts that we cannot read: perhaps a newer agent wrote them, and will come back. */
    private final MVMap<String, String> setAside;

    private int commits;

    /**
     * Of what the map of this name holds.
     *
     * @throws MVStoreException if the store turns out to be unreadable
     */
    RecordStore(MVStore store, String name, RecordText<K, V> form) {
        this.store = store;
        this.form = form;
        this.records = store.openMap(name, texts());
        this.setAside = store.openMap("set-aside", texts());
    }

    void put(V record) {
        records.put(form.key(record).toString(), form.write(record));
        commit();
    }

    void remove(K key) {
        if (records.remove(key.toString()) != null) {
            commit();
        }
    }

    /** Reads all records, and moves those that cannot be read to the other map. */
    Content<K, V> read() {
        var readable = new TreeMap<K, V>();
        var unreadable = new ArrayList<SetAside.OneRecord>();
        for (var entry : records.entrySet()) {
            switch (form.read(entry.getValue())) {
                case Reading.Read<V>(var record)
                when form.key(record).toString().equals(entry.getKey()) -> readable.put(form.key(record), record);
                case Reading.Read<V>(var record) ->
                    unreadable.add(new SetAside.OneRecord(entry.getKey(), "it speaks of " + form.key(record)));
                case Reading.Refused<V>(var why) -> unreadable.add(new SetAside.OneRecord(entry.getKey(), why));
            }
        }
        unreadable.forEach(record -> setAside.put(record.key(), records.remove(record.key())));
        store.commit();
        return new Content<>(readable, unreadable);
    }

    /** What a file holds: the records by their keys, and what was set aside just now. */
    record Content<K, V>(SortedMap<K, V> records, List<SetAside.OneRecord> setAside) {}

    void close() {
        store.close();
    }

    /** Lets go of the file and writes nothing. */
    void abandon() {
        store.closeImmediately();
    }

    /** Every commit leaves an old page or two behind in an otherwise live part of the file. */
    private void commit() {
        store.commit();
        commits++;
        if (commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
            store.compact(WANTED_FILL_PERCENT, COMPACTION_BYTES);
        }
    }

    static MVMap.Builder<String, String> texts() {
        return new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE);
    }
}
