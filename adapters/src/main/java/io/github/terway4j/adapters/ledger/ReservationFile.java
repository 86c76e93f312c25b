package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reservations in a file that is written as a whole. Safe for many threads; one writes at a time. */
final class ReservationFile implements ReservationLedger {
    private final Path file;
    private List<Reservation> kept;

    private ReservationFile(Path file, List<Reservation> kept) {
        this.file = file;
        this.kept = kept;
    }

    /** The file, and what of it had to be set aside. */
    record Opened(ReservationFile reservations, Optional<SetAside> setAside) {}

    /** Opens the file, or begins one where there is none or none that can be read. */
    static Opened open(Path file, Instant now) {
        if (!Files.exists(file)) {
            return new Opened(new ReservationFile(file, List.of()), Optional.empty());
        }
        try {
            return new Opened(
                    new ReservationFile(file, ReservationText.read(Files.readString(file))), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the reservations in %s cannot be read".formatted(file), e);
        } catch (JsonException | IllegalArgumentException | DateTimeException refused) {
            var keptAs = Aside.move(file, now);
            return new Opened(
                    new ReservationFile(file, List.of()),
                    Optional.of(new SetAside.WholeFile(keptAs, String.valueOf(refused.getMessage()))));
        }
    }

    @Override
    public synchronized LedgerOutcome keep(List<Reservation> reservations) {
        if (reservations.equals(kept)) {
            return new LedgerOutcome.Written();
        }
        try {
            WholeFile.write(file, ReservationText.write(reservations));
            kept = List.copyOf(reservations);
            return new LedgerOutcome.Written();
        } catch (IOException e) {
            return new LedgerOutcome.Failed("the reservations in %s: %s".formatted(file, e));
        }
    }

    @Override
    public synchronized List<Reservation> kept() {
        return kept;
    }
}
