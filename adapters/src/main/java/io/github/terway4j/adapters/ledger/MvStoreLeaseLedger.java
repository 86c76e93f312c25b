package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.h2.mvstore.MVStoreException;

/**
 * Leases in one MVStore file, and beside it what is kept for pods that may come back, in one of JSON. Safe for many threads; one reads or writes at a time.
 *
 * <p>A store that failed once (a full disk, an interrupted thread) refuses everything from then on: the operation after
 * it opens the file again.
 */
public final class MvStoreLeaseLedger implements LeaseLedger, AutoCloseable {
    /** What follows the name of the leases' file in that of the reservations'. */
    private static final String RESERVATIONS = ".reservations.json";

    private final Path file;
    private final ReservationFile reservations;
    private LeaseStore store;
    private boolean broken;
    /** What is in the file, so that looking it up can neither fail nor wait. */
    private SortedMap<AttachmentKey, Lease> leases;

    private MvStoreLeaseLedger(
            Path file, ReservationFile reservations, LeaseStore store, SortedMap<AttachmentKey, Lease> leases) {
        this.file = file;
        this.reservations = reservations;
        this.store = store;
        this.leases = leases;
    }

    /** A ledger and what was found in it. */
    public record Opened(MvStoreLeaseLedger ledger, OpeningReport report) {}

    /**
     * Opens the ledger, or begins one where there is none or none that can be read.
     *
     * @param now names the file that has to be set aside
     * @throws IllegalStateException if another process has it open, or the disk is full
     * @throws UncheckedIOException if the place cannot be written to
     */
    public static Opened open(Path file, Instant now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the lease ledger " + file, e);
        }
        var reservations = ReservationFile.open(file.resolveSibling(file.getFileName() + RESERVATIONS), now);
        try {
            return opened(file, reservations, List.of());
        } catch (MVStoreException unreadable) {
            var keptAs = StoreFile.setAside(file, now);
            return opened(
                    file,
                    reservations,
                    List.of(new SetAside.WholeFile(keptAs, String.valueOf(unreadable.getMessage()))));
        }
    }

    @Override
    public synchronized LedgerOutcome record(Lease lease) {
        return write(() -> {
            store.put(lease);
            leases.put(lease.key(), lease);
        });
    }

    @Override
    public synchronized LedgerOutcome forget(AttachmentKey key) {
        return write(() -> {
            store.remove(key);
            leases.remove(key);
        });
    }

    @Override
    public synchronized List<Lease> leases() {
        return List.copyOf(leases.values());
    }

    @Override
    public ReservationLedger reservations() {
        return reservations;
    }

    /** Ends the ledger; what it holds was written before. */
    @Override
    public synchronized void close() {
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
            return new LedgerOutcome.Failed("the lease ledger %s: %s".formatted(file, e.getMessage()));
        } catch (IllegalStateException e) {
            // Not mended yet; the next operation tries again.
            return new LedgerOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private void mend() {
        store.abandon();
        store = new LeaseStore(StoreFile.open(file));
        leases = store.read().leases();
        broken = false;
    }

    private static Opened opened(Path file, ReservationFile.Opened reservations, List<SetAside> before) {
        var mvStore = StoreFile.open(file);
        try {
            var store = new LeaseStore(mvStore);
            var content = store.read();
            var setAside = new ArrayList<>(before);
            setAside.addAll(content.setAside());
            reservations.setAside().ifPresent(setAside::add);
            var report = new OpeningReport(file, content.leases().size(), setAside);
            return new Opened(
                    new MvStoreLeaseLedger(file, reservations.reservations(), store, content.leases()), report);
        } catch (MVStoreException e) {
            mvStore.closeImmediately();
            throw e;
        }
    }
}
