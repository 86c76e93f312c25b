package io.github.terway4j.adapters.ledger;

import static io.github.terway4j.adapters.ledger.Leases.lease;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.ports.LeaseLedgerContract;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MvStoreLeaseLedgerTest implements LeaseLedgerContract {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    private Path directory;

    private final List<MvStoreLeaseLedger> opened = new ArrayList<>();

    /** As after the agent was killed: what the operating system has of the file, and nothing that was in memory. */
    @Override
    public LeaseLedger open() {
        try {
            var file = directory.resolve("leases-" + opened.size());
            if (!opened.isEmpty()) {
                Files.copy(directory.resolve("leases-" + (opened.size() - 1)), file);
            }
            return open(file).ledger();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        opened.forEach(MvStoreLeaseLedger::close);
    }

    @Test
    void a_new_ledger_is_begun_in_a_new_directory() {
        var file = directory.resolve("a/b/leases");
        var report = open(file).report();
        assertEquals(new OpeningReport(file, 0, List.of()), report);
        assertTrue(Files.exists(file));
    }

    @Test
    void the_report_counts_the_leases() {
        var file = directory.resolve("leases");
        try (var ledger = open(file).ledger()) {
            ledger.record(lease(1));
            ledger.record(lease(2));
        }
        assertEquals(new OpeningReport(file, 2, List.of()), open(file).report());
    }

    @Test
    void a_file_that_is_no_ledger_is_set_aside_and_a_new_one_begun() throws IOException {
        var file = directory.resolve("leases");
        Files.writeString(file, "this is no ledger\n".repeat(1000));
        var found = open(file);

        var whole = assertInstanceOf(
                SetAside.WholeFile.class, found.report().setAside().getFirst());
        assertEquals(directory.resolve("leases.unreadable-20260304T050607.089Z"), whole.keptAs());
        assertTrue(whole.words().startsWith("the whole ledger is unreadable, is kept as "), whole.words());
        assertEquals("this is no ledger\n".repeat(1000), Files.readString(whole.keptAs()));
        assertEquals(new LedgerOutcome.Written(), found.ledger().record(lease(1)));
        assertEquals(List.of(lease(1)), found.ledger().leases());
    }

    @Test
    void what_was_set_aside_is_never_written_over() throws IOException {
        var file = directory.resolve("leases");
        for (var content : List.of("one", "two", "three")) {
            Files.writeString(file, content.repeat(5000));
            open(file).ledger().close();
            Files.delete(file);
        }
        var aside = directory.resolve("leases.unreadable-20260304T050607.089Z");
        assertEquals("one".repeat(5000), Files.readString(aside));
        assertEquals("two".repeat(5000), Files.readString(aside.resolveSibling(aside.getFileName() + "-2")));
        assertEquals("three".repeat(5000), Files.readString(aside.resolveSibling(aside.getFileName() + "-3")));
    }

    @Test
    void a_record_of_an_unknown_version_is_set_aside_and_the_others_are_read() {
        var file = directory.resolve("leases");
        open(file).ledger().record(lease(1));
        write(file, "c/eth0", "{\"v\":2,\"container\":\"c\"}");

        var found = open(file);
        assertEquals(List.of(lease(1)), found.ledger().leases());
        assertEquals(
                List.of("the record of c/eth0 is set aside: it is of version 2, and only version 1 is known"),
                words(found.report()));
        found.ledger().close();
        assertEquals(List.of(), open(file).report().setAside(), "it is told once");
        opened.removeLast().close();
        assertEquals("{\"v\":2,\"container\":\"c\"}", read(file, "set-aside", "c/eth0"));
    }

    @Test
    void a_record_that_makes_no_sense_is_set_aside_with_the_reason() {
        var file = directory.resolve("leases");
        write(file, "a/eth0", "{\"v\":1}");
        write(file, "b/eth0", "no JSON");
        write(file, "c/eth0", new LeaseText().write(lease(1)));
        write(file, "d/eth0", new LeaseText().write(lease(1)).replace("2026-", "soon-"));
        write(file, "e/eth0", new LeaseText().write(lease(1)).replace("\"10.0.0.1\"", ""));
        assertEquals(
                List.of(
                        "the record of a/eth0 is set aside: \"container\" is not a text",
                        "the record of b/eth0 is set aside: line 1, column 3: expected an object",
                        "the record of c/eth0 is set aside: it speaks of " + lease(1).key(),
                        "the record of d/eth0 is set aside: Text 'soon-03-04T05:06:07Z' could not be parsed at index 0",
                        "the record of e/eth0 is set aside: one address, or one of each family, not []"),
                words(open(file).report()));
    }

    @Test
    void a_ledger_that_is_in_use_is_neither_opened_nor_set_aside() {
        var file = directory.resolve("leases");
        var first = open(file).ledger();
        first.record(lease(1));
        var refusal = assertThrows(IllegalStateException.class, () -> open(file));
        assertEquals("the lease ledger %s is in use by another process".formatted(file), refusal.getMessage());
        assertEquals(List.of(lease(1)), first.leases());
        assertEquals(new LedgerOutcome.Written(), first.record(lease(2)));
    }

    /** On /dev/full every write fails for lack of space. */
    @Test
    void a_ledger_that_cannot_be_written_is_not_set_aside() throws IOException {
        var file = Files.createSymbolicLink(directory.resolve("leases"), Path.of("/dev/full"));
        var refusal = assertThrows(IllegalStateException.class, () -> open(file));
        assertEquals("the lease ledger %s cannot be written".formatted(file), refusal.getMessage());
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    /** An interrupted thread closes the file channel under everybody's feet. */
    @Test
    void after_an_interrupted_write_the_next_one_is_taken() {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        ledger.record(lease(1));
        Thread.currentThread().interrupt();
        var outcome = ledger.record(lease(2));
        assertTrue(Thread.interrupted());
        assertInstanceOf(LedgerOutcome.Failed.class, outcome);
        assertEquals(new LedgerOutcome.Written(), ledger.record(lease(3)));
        assertTrue(ledger.leases().containsAll(List.of(lease(1), lease(3))), ledger.leases()::toString);
        ledger.close();
        assertEquals(ledger.leases(), open(file).ledger().leases());
    }

    @Test
    void the_file_stays_small() throws IOException {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        long most = 0;
        for (int i = 0; i < 20_000; i++) {
            var lease = lease((int) (i * 2_654_435_761L % 500));
            var outcome = i % 2 == 0 ? ledger.record(lease) : ledger.forget(lease.key());
            assertEquals(new LedgerOutcome.Written(), outcome);
            most = Math.max(most, Files.size(file));
        }
        assertTrue(most < 4 << 20, "the file grew to %d bytes".formatted(most));
    }

    private MvStoreLeaseLedger.Opened open(Path file) {
        var found = MvStoreLeaseLedger.open(file, NOW);
        opened.add(found.ledger());
        return found;
    }

    private static List<String> words(OpeningReport report) {
        return report.setAside().stream().map(SetAside::words).toList();
    }

    private void write(Path file, String key, String text) {
        opened.forEach(MvStoreLeaseLedger::close);
        try (var store = MVStore.open(file.toString())) {
            store.openMap("leases", RecordStore.texts()).put(key, text);
        }
    }

    private static String read(Path file, String map, String key) {
        try (var store = MVStore.open(file.toString())) {
            return String.valueOf(store.openMap(map, RecordStore.texts()).get(key));
        }
    }
}
