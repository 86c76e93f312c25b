package io.github.terway4j.adapters.ledger;

import static io.github.terway4j.adapters.ledger.Leases.key;
import static io.github.terway4j.adapters.ledger.Leases.lease;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process is killed after any byte that it writes: for each operation a file is read that ends somewhere in what was
 * written for it. Now and then the next process goes on with half a line.
 */
class HalfWrittenLedgerTest {
    private static final int OPERATIONS = 1500;
    private static final int LEASES = 60;

    @TempDir
    private Path directory;

    private final TreeMap<AttachmentKey, Lease> acknowledged = new TreeMap<>();
    private final TreeMap<AttachmentKey, Lease> underWay = new TreeMap<>();
    private int operation;
    private int timesWrittenAnew;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void an_operation_counts_from_its_last_byte_on_and_no_other_ever_suffers(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var ledger = open();
        for (operation = 0; operation < OPERATIONS; operation++) {
            var when = "seed %d, operation %d".formatted(seed, operation);
            var before = Files.readAllBytes(file());
            operate(ledger, random);
            var after = Files.readAllBytes(file());
            if (Arrays.equals(before, Arrays.copyOf(after, before.length))) {
                int length = random.nextInt(before.length, after.length + 1);
                var expected = length == after.length ? underWay : acknowledged;
                assertEquals(expected, read(Arrays.copyOf(after, length)), when + ", length " + length);
            } else {
                // Half a line was cut off, or the file is a new one.
                timesWrittenAnew += after.length < before.length / 2 ? 1 : 0;
                assertEquals(underWay, read(after), when);
                Files.write(beside(), Arrays.copyOf(after, random.nextInt(after.length)));
            }
            acknowledged.clear();
            acknowledged.putAll(underWay);
            if (random.nextInt(50) == 0) {
                ledger.close();
                leaveHalfALine(random);
                ledger = open();
                assertEquals(List.copyOf(acknowledged.values()), ledger.leases(), when);
            }
        }
        ledger.close();
        assertTrue(timesWrittenAnew > 0, "it was never written anew");
    }

    private void operate(FileLeaseLedger ledger, RandomGenerator random) {
        int number = random.nextInt(LEASES);
        if (random.nextInt(100) < 60) {
            var lease = leaseOfNow(number);
            underWay.put(lease.key(), lease);
            ledger.record(lease);
        } else {
            underWay.remove(key(number));
            ledger.forget(key(number));
        }
    }

    private void leaveHalfALine(RandomGenerator random) throws IOException {
        var line = new RecordLine.Remove(key(random.nextInt(LEASES)).toString()).line();
        var half = line.substring(0, random.nextInt(line.length()));
        assertNotEquals(line, half);
        Files.writeString(file(), Files.readString(file()) + half);
    }

    /** No two alike, so that it is noticed when an older one comes back. */
    private Lease leaseOfNow(int number) {
        var lease = lease(number);
        var address = DualStack.v4(Ip.parse("10.0.0.0").plus(operation));
        return new Lease(lease.key(), lease.pod(), lease.eni(), address, lease.since());
    }

    private static Map<AttachmentKey, Lease> read(byte[] content) {
        var reading = RecordReading.of(content, new LeaseText());
        assertEquals(0, reading.damaged());
        assertEquals(List.of(), reading.news());
        return reading.records();
    }

    private FileLeaseLedger open() {
        var opened = FileLeaseLedger.open(file(), Instant.EPOCH);
        assertEquals(List.of(), opened.report().setAside());
        return opened.ledger();
    }

    private Path file() {
        return directory.resolve("leases");
    }

    private Path beside() {
        return directory.resolve("leases.new");
    }
}
