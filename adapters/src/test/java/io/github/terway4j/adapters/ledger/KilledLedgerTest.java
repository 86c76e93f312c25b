package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes, over and over, each time going on with what the one before has left. */
class KilledLedgerTest {
    private static final int KILLS = 25;
    private static final long SEED = 20260304;

    @TempDir
    private Path directory;

    private final TreeMap<AttachmentKey, Lease> expected = new TreeMap<>();

    @Test
    void whatever_was_acknowledged_before_the_kill_is_found_after_it() throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int round = 0; round < KILLS; round++) {
            long seed = random.nextLong();
            long acknowledged = killed(seed, random);
            check("round %d, seed %d, %d operations".formatted(round, seed, acknowledged), seed, acknowledged);
        }
    }

    /** Runs a writer and kills it after some operations; how many it has acknowledged by then. */
    private long killed(long seed, RandomGenerator random) throws IOException, InterruptedException {
        // Mostly early, in the first operations after opening; sometimes after many, and amid a compaction.
        int patience = random.nextInt(4) == 0 ? random.nextInt(4000) : random.nextInt(100);
        var acknowledgements = directory.resolve("acknowledgements-" + seed);
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerWriter.class.getName(),
                        ledger().toString(),
                        acknowledgements.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = writer.inputReader()) {
            for (int i = 0; i <= patience; i++) {
                assertNotNull(lines.readLine(), "the writer has ended by itself");
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return Files.size(acknowledgements);
    }

    /** The operation that was under way when the writer died is there or not there; every other is exactly there. */
    private void check(String when, long seed, long acknowledged) {
        var writer = new LedgerWriter(seed);
        for (int i = 0; i < acknowledged; i++) {
            writer.next().on(expected);
        }
        var withOneMore = new TreeMap<>(expected);
        writer.next().on(withOneMore);

        var opened = FileLeaseLedger.open(ledger(), Instant.EPOCH);
        try (var ledger = opened.ledger()) {
            assertEquals(List.of(), opened.report().setAside(), when);
            if (ledger.leases().equals(List.copyOf(withOneMore.values()))) {
                expected.clear();
                expected.putAll(withOneMore);
            }
            assertEquals(numbers(expected.values()), numbers(ledger.leases()), when);
        }
    }

    private static List<String> numbers(Collection<Lease> leases) {
        return leases.stream().map(lease -> lease.addresses().toString()).toList();
    }

    private Path ledger() {
        return directory.resolve("leases");
    }
}
