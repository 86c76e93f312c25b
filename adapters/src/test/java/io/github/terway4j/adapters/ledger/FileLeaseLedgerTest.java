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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseLedgerTest implements LeaseLedgerContract {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @TempDir
    private Path directory;

    private final List<FileLeaseLedger> opened = new ArrayList<>();

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
        opened.forEach(FileLeaseLedger::close);
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

    /** Before there were lines, there was a store that began so. */
    @Test
    void a_file_of_the_store_before_is_set_aside_and_not_misread() throws IOException {
        var file = directory.resolve("leases");
        var header = "H:2,block:4,blockSize:1000,chunk:9,clean:1,created:1a208b997d4,format:3,version:9\n";
        Files.writeString(file, header + "\0".repeat(8000) + header);
        var report = open(file).report();
        assertEquals(
                List.of("the whole ledger is unreadable, is kept as " + file
                        + ".unreadable-20260304T050607.089Z, and a new one was begun: it does not begin with"
                        + " \"terway4j leases 1\""),
                words(report));
        assertEquals(0, report.records());
    }

    @Test
    void a_line_that_is_damaged_is_told_once_and_the_others_are_read() throws IOException {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        ledger.record(lease(1));
        ledger.record(lease(2));
        ledger.record(lease(3));
        ledger.close();
        var damaged = Files.readString(file).replace("10.0.0.2", "10.0.0.9");
        Files.writeString(file, damaged);

        var found = open(file);
        assertEquals(List.of(lease(1), lease(3)), found.ledger().leases());
        var keptAs = directory.resolve("leases.unreadable-20260304T050607.089Z");
        assertEquals(
                List.of("1 lines of the ledger are unreadable; as it was it is kept as " + keptAs
                        + ", and the rest was read"),
                words(found.report()));
        assertEquals(damaged, Files.readString(keptAs));
        found.ledger().close();
        assertEquals(new OpeningReport(file, 2, List.of()), open(file).report());
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
    void a_record_of_an_unknown_version_is_set_aside_and_the_others_are_read() throws IOException {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        ledger.record(lease(1));
        ledger.close();
        write(file, "c/eth0", "{\"v\":2,\"container\":\"c\"}");

        var found = open(file);
        assertEquals(List.of(lease(1)), found.ledger().leases());
        assertEquals(
                List.of("the record of c/eth0 is set aside: it is of version 2, and only version 1 is known"),
                words(found.report()));
        found.ledger().close();
        assertEquals(List.of(), open(file).report().setAside(), "it is told once");
        assertTrue(Files.readString(file).contains(" aside c/eth0 {\"v\":2,\"container\":\"c\"}\n"));
    }

    @Test
    void a_record_that_makes_no_sense_is_set_aside_with_the_reason() throws IOException {
        var file = directory.resolve("leases");
        open(file).ledger().close();
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

    @Test
    void a_ledger_that_cannot_be_begun_is_told() throws IOException {
        var file = directory.resolve("leases");
        Files.createDirectory(directory.resolve("leases.new"));
        var refusal = assertThrows(UncheckedIOException.class, () -> open(file));
        assertEquals("the lease ledger %s cannot be opened".formatted(file), refusal.getMessage());
        Files.delete(directory.resolve("leases.new"));
        assertEquals(List.of(), open(file).report().setAside());
    }

    /** An interrupt closes the file channel of a thread that writes by one. */
    @Test
    void an_interrupted_thread_writes_like_any_other() {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        Thread.currentThread().interrupt();
        var outcome = ledger.record(lease(1));
        assertTrue(Thread.interrupted());
        assertEquals(new LedgerOutcome.Written(), outcome);
        assertEquals(new LedgerOutcome.Written(), ledger.record(lease(2)));
        ledger.close();
        assertEquals(List.of(lease(1), lease(2)), open(file).ledger().leases());
    }

    @Test
    void after_its_end_it_takes_nothing() {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        ledger.record(lease(1));
        ledger.close();
        assertEquals(
                new LedgerOutcome.Failed("the lease ledger %s: Stream Closed".formatted(file)),
                ledger.record(lease(2)));
        assertEquals(List.of(lease(1)), ledger.leases());
    }

    @Test
    void the_file_stays_small() throws IOException {
        var file = directory.resolve("leases");
        assertTrue(most(open(file).ledger(), file, 20_000) < 512 << 10);
    }

    @Test
    void a_file_that_cannot_be_written_anew_grows_and_is_none_the_worse() throws IOException {
        var file = directory.resolve("leases");
        var ledger = open(file).ledger();
        Files.createDirectory(directory.resolve("leases.new"));
        assertTrue(most(ledger, file, 6000) > 512 << 10);
        var leases = ledger.leases();
        ledger.close();
        ledger = open(file).ledger();
        assertEquals(leases, ledger.leases());

        Files.delete(directory.resolve("leases.new"));
        most(ledger, file, 2000);
        leases = ledger.leases();
        assertTrue(Files.size(file) < 512 << 10);
        ledger.close();
        assertEquals(leases, open(file).ledger().leases());
    }

    /** Records and forgets so many times among 500 leases; how long the file has been at most. */
    private static long most(FileLeaseLedger ledger, Path file, int operations) throws IOException {
        long most = 0;
        for (int i = 0; i < operations; i++) {
            var lease = lease((int) (i * 2_654_435_761L % 500));
            var outcome = i % 3 < 2 ? ledger.record(lease) : ledger.forget(lease.key());
            assertEquals(new LedgerOutcome.Written(), outcome);
            most = Math.max(most, Files.size(file));
        }
        return most;
    }

    private FileLeaseLedger.Opened open(Path file) {
        var found = FileLeaseLedger.open(file, NOW);
        opened.add(found.ledger());
        return found;
    }

    private static List<String> words(OpeningReport report) {
        return report.setAside().stream().map(SetAside::words).toList();
    }

    private static void write(Path file, String key, String text) throws IOException {
        Files.writeString(file, new RecordLine.Put(key, text).line(), StandardOpenOption.APPEND);
    }
}
