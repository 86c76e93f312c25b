package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.LeaseText.Reading;
import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/** An open file with two maps, from a lease's key to its text. For one thread at a time. */
final class LeaseStore {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 512;
    private static final int WANTED_FILL_PERCENT = 80;
    private static final int COMPACTION_BYTES = 1 << 20;

    private final MVStore store;
    private final MVMap<String, String> leases;
    /** Texts that we cannot read: perhaps a newer agent wrote them, and will come back. */
    private final MVMap<String, String> setAside;

    private int commits;

    /** @throws MVStoreException if the store turns out to be unreadable */
    LeaseStore(MVStore store) {
        this.store = store;
        this.leases = store.openMap("leases", texts());
        this.setAside = store.openMap("set-aside", texts());
    }

    void put(Lease lease) {
        leases.put(lease.key().toString(), LeaseText.write(lease));
        commit();
    }

    void remove(AttachmentKey key) {
        if (leases.remove(key.toString()) != null) {
            commit();
        }
    }

    /** Reads all records, and moves those that cannot be read to the other map. */
    Content read() {
        var readable = new TreeMap<AttachmentKey, Lease>();
        var unreadable = new ArrayList<SetAside.OneRecord>();
        for (var entry : leases.entrySet()) {
            switch (LeaseText.read(entry.getValue())) {
                case Reading.Read(var lease)
                when lease.key().toString().equals(entry.getKey()) -> readable.put(lease.key(), lease);
                case Reading.Read(var lease) ->
                    unreadable.add(new SetAside.OneRecord(entry.getKey(), "it speaks of " + lease.key()));
                case Reading.Refused(var why) -> unreadable.add(new SetAside.OneRecord(entry.getKey(), why));
            }
        }
        unreadable.forEach(record -> setAside.put(record.key(), leases.remove(record.key())));
        store.commit();
        return new Content(readable, unreadable);
    }

    /** What a file holds: the leases by their keys, and what was set aside just now. */
    record Content(SortedMap<AttachmentKey, Lease> leases, List<SetAside.OneRecord> setAside) {}

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
