package io.github.terway4j.adapters.ledger;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Leases in one file of lines, and beside it what is kept for pods that may come back, in one of JSON. Safe for many
 * threads; one reads or writes at a time.
 */
public final class FileLeaseLedger implements LeaseLedger, AutoCloseable {
    /** What follows the name of the leases' file in that of the reservations'. */
    private static final String RESERVATIONS = ".reservations.json";

    private final StoredRecords<AttachmentKey, Lease> records;
    private final ReservationFile reservations;

    private FileLeaseLedger(StoredRecords<AttachmentKey, Lease> records, ReservationFile reservations) {
        this.records = records;
        this.reservations = reservations;
    }

    /** A ledger and what was found in it. */
    public record Opened(FileLeaseLedger ledger, OpeningReport report) {}

    /**
     * Opens the ledger, or begins one where there is none or none that can be read.
     *
     * @param now names what has to be set aside
     * @throws IllegalStateException if another process has it open
     * @throws java.io.UncheckedIOException if it can be neither opened nor begun
     */
    public static Opened open(Path file, Instant now) {
        var kind = new RecordKind<>("lease ledger", "leases", new LeaseText());
        var found = StoredRecords.open(kind, file, now);
        var reservations = ReservationFile.open(file.resolveSibling(file.getFileName() + RESERVATIONS), now);
        var setAside = new ArrayList<>(found.report().setAside());
        reservations.setAside().ifPresent(setAside::add);
        return new Opened(
                new FileLeaseLedger(found.records(), reservations.reservations()),
                new OpeningReport(file, found.report().records(), setAside));
    }

    @Override
    public LedgerOutcome record(Lease lease) {
        return records.put(lease);
    }

    @Override
    public LedgerOutcome forget(AttachmentKey key) {
        return records.remove(key);
    }

    @Override
    public List<Lease> leases() {
        return records.all();
    }

    @Override
    public ReservationLedger reservations() {
        return reservations;
    }

    /** Ends the ledger; what it holds was written before. */
    @Override
    public void close() {
        records.close();
    }
}
