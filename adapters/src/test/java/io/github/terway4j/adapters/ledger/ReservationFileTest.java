package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Reservation;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.ReservationLedgerContract;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservationFileTest implements ReservationLedgerContract {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final List<Reservation> KEPT = List.of(new Reservation(
            new PodRef("default", "db-0"),
            new LinkName("eth0"),
            new EniId("eni-1"),
            DualStack.v4(Ip.parse("10.0.1.7")),
            NOW,
            "it is a pod of a statefulset"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("kept.json");
    }

    @Override
    public ReservationLedger openReservations() {
        return ReservationFile.open(file(), NOW).reservations();
    }

    @Test
    void a_file_that_cannot_be_read_is_set_aside_and_a_new_one_begun() throws IOException {
        for (var damaged : List.of("", "{", "{\"v\":2,\"reservations\":[]}", "{\"v\":1,\"reservations\":[{}]}")) {
            Files.writeString(file(), damaged);
            var opened = ReservationFile.open(file(), NOW);
            var aside = assertInstanceOf(
                    OpeningReport.SetAside.WholeFile.class, opened.setAside().orElseThrow());
            assertEquals(damaged, Files.readString(aside.keptAs()));
            assertEquals(List.of(), opened.reservations().kept());
            assertEquals(new LedgerOutcome.Written(), opened.reservations().keep(KEPT));
            assertEquals(Optional.empty(), ReservationFile.open(file(), NOW).setAside());
        }
    }

    /** The power went while the new file was being written: the old one stands. */
    @Test
    void what_was_half_written_counts_for_nothing() throws IOException {
        openReservations().keep(KEPT);
        Files.writeString(folder.resolve("kept.json.new"), "{\"v\":1,\"reserv");
        assertEquals(KEPT, openReservations().kept());
        assertEquals(new LedgerOutcome.Written(), openReservations().keep(List.of()));
        assertEquals(List.of(), openReservations().kept());
    }

    @Test
    void a_disk_that_cannot_be_written_is_told_and_tried_again() throws IOException {
        var ledger = openReservations();
        var blocked = Files.createDirectory(folder.resolve("kept.json.new"));
        assertInstanceOf(LedgerOutcome.Failed.class, ledger.keep(KEPT));
        assertEquals(List.of(), ledger.kept());
        Files.delete(blocked);
        assertEquals(new LedgerOutcome.Written(), ledger.keep(KEPT));
        assertEquals(KEPT, openReservations().kept());
    }

    @Test
    void people_can_read_it() throws IOException {
        openReservations().keep(KEPT);
        var text = Files.readString(file());
        assertTrue(text.contains("\"pod\" : \"db-0\"") || text.contains("\"pod\": \"db-0\""), text);
    }

    @Test
    void it_lies_beside_the_leases() {
        var leases = folder.resolve("leases.records");
        try (var ledger = FileLeaseLedger.open(leases, NOW).ledger()) {
            ledger.reservations().keep(KEPT);
        }
        assertTrue(Files.exists(folder.resolve("leases.records.reservations.json")));
        try (var ledger = FileLeaseLedger.open(leases, NOW).ledger()) {
            assertEquals(KEPT, ledger.reservations().kept());
        }
    }
}
