package io.github.terway4j.adapters.ledger;

import static io.github.terway4j.adapters.ledger.Leases.key;
import static io.github.terway4j.adapters.ledger.Leases.lease;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.ports.out.LedgerOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A process that records and forgets, without end. For each operation that was acknowledged it writes one byte to a file,
 * and then prints a line, by which its killer chooses the moment. Which operation follows which is known from the seed,
 * so the killer knows what must be in the ledger.
 *
 * <p>The lines themselves are no proof: what a dying process has left in its pipe is at times lost by the reader.
 */
final class LedgerWriter {
    private static final int LEASES = 60;

    private final RandomGenerator random;

    LedgerWriter(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** One operation: the lease to record, or only its key to forget. */
    record Operation(boolean records, int number) {
        LedgerOutcome on(FileLeaseLedger ledger) {
            return records ? ledger.record(lease(number)) : ledger.forget(key(number));
        }

        void on(Map<AttachmentKey, Lease> expected) {
            if (records) {
                expected.put(key(number), lease(number));
            } else {
                expected.remove(key(number));
            }
        }
    }

    Operation next() {
        return new Operation(random.nextInt(100) < 60, random.nextInt(LEASES));
    }

    public static void main(String[] args) throws IOException {
        var ledger = FileLeaseLedger.open(Path.of(args[0]), Instant.EPOCH).ledger();
        var writer = new LedgerWriter(Long.parseLong(args[2]));
        try (var acknowledgements = Files.newOutputStream(Path.of(args[1]))) {
            while (true) {
                var outcome = writer.next().on(ledger);
                if (!outcome.equals(new LedgerOutcome.Written())) {
                    throw new IllegalStateException(outcome.toString());
                }
                acknowledgements.write('.');
                System.out.println();
            }
        }
    }
}
