package io.github.terway4j.adapters.ledger;

import static io.github.terway4j.adapters.ledger.Leases.lease;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What a power cut may leave: a tail that is missing, blocks that never arrived, blocks of an earlier time. */
class DamagedLedgerProperties {
    private static final int BLOCK = 4096;

    private Path directory = Path.of("");
    private byte[] whole = {};
    private byte[] earlier = {};
    private final Set<Lease> everRecorded = new HashSet<>();

    @BeforeProperty
    void write_a_ledger() throws IOException {
        directory = Files.createTempDirectory("damaged-ledger");
        var file = directory.resolve("whole");
        try (var ledger = FileLeaseLedger.open(file, Instant.EPOCH).ledger()) {
            // Long enough to be written anew between the two.
            for (int i = 0; i < 1400; i++) {
                var lease = lease(i * 7919 % 90);
                everRecorded.add(lease);
                ledger.record(lease);
                if (i % 3 == 0) {
                    ledger.forget(lease.key());
                }
                if (i == 600) {
                    earlier = Files.readAllBytes(file);
                }
            }
            whole = Files.readAllBytes(file);
        }
    }

    @AfterProperty
    void remove_it() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Property(tries = 100)
    void a_file_that_was_cut_is_opened(@ForAll @IntRange(min = 0, max = 1 << 30) int length) throws IOException {
        opens(Arrays.copyOf(whole, length % whole.length));
    }

    @Property(tries = 100)
    void a_file_with_blocks_of_zeros_is_opened(@ForAll long seed) throws IOException {
        var damaged = whole.clone();
        blocks(seed, start -> Arrays.fill(damaged, start, Math.min(start + BLOCK, damaged.length), (byte) 0));
        opens(damaged);
    }

    @Property(tries = 100)
    void a_file_with_blocks_of_an_earlier_time_is_opened(@ForAll long seed) throws IOException {
        var damaged = whole.clone();
        blocks(seed, start -> {
            int end = Math.min(start + BLOCK, Math.min(earlier.length, damaged.length));
            if (start < end) {
                System.arraycopy(earlier, start, damaged, start, end - start);
            }
        });
        opens(damaged);
    }

    @Property(tries = 100)
    void a_file_with_blocks_of_noise_is_opened(@ForAll long seed) throws IOException {
        var damaged = whole.clone();
        var noise = new Random(seed);
        blocks(seed, start -> {
            var block = new byte[Math.min(BLOCK, damaged.length - start)];
            noise.nextBytes(block);
            System.arraycopy(block, 0, damaged, start, block.length);
        });
        opens(damaged);
    }

    private interface Damage {
        void at(int start);
    }

    private void blocks(long seed, Damage damage) {
        var random = new Random(seed);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            damage.at(random.nextInt(whole.length / BLOCK) * BLOCK);
        }
    }

    /** Whatever is found was once recorded, and the ledger goes on from there. */
    private void opens(byte[] content) throws IOException {
        var file = directory.resolve("damaged");
        Files.write(file, content);
        try (var ledger = FileLeaseLedger.open(file, Instant.EPOCH).ledger()) {
            assertTrue(everRecorded.containsAll(ledger.leases()), ledger.leases()::toString);
            assertEquals(new LedgerOutcome.Written(), ledger.record(lease(1000)));
            assertTrue(ledger.leases().contains(lease(1000)));
        }
        var again = FileLeaseLedger.open(file, Instant.EPOCH);
        try (var ledger = again.ledger()) {
            assertTrue(ledger.leases().contains(lease(1000)), () -> "" + again.report());
        }
    }
}
