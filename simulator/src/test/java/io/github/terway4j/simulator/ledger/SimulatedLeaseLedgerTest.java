package io.github.terway4j.simulator.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.lease.Lease;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.ports.LeaseLedgerContract;
import io.github.terway4j.ports.ReservationLedgerContract;
import io.github.terway4j.ports.out.LeaseLedger;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.ReservationLedger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedLeaseLedgerTest implements LeaseLedgerContract, ReservationLedgerContract {
    private static final Lease LEASE = new Lease(
            new AttachmentKey("sandbox", new LinkName("eth0")),
            new PodRef("default", "web"),
            new EniId("eni-1"),
            DualStack.v4(Ip.parse("10.0.1.7")),
            SINCE);

    private final SimulatedDisk disk = new SimulatedDisk();

    @Override
    public LeaseLedger open() {
        return new SimulatedLeaseLedger(disk, WayToDisk.direct());
    }

    @Override
    public ReservationLedger openReservations() {
        return open().reservations();
    }

    /** An agent that dies does not return from where it was. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void an_agent_that_crashed_after_a_write_finds_the_lease_in_its_next_life() {
        var dying = new SimulatedLeaseLedger(disk, (write, onDisk) -> {
            var _ = onDisk.get();
            throw new Crash();
        });
        assertThrows(Crash.class, () -> dying.record(LEASE));
        assertEquals(List.of(LEASE), open().leases());
        assertThrows(Crash.class, () -> dying.forget(LEASE.key()));
        assertEquals(List.of(), open().leases());
    }

    @Test
    void an_agent_that_crashed_before_a_write_finds_all_as_it_was() {
        var dying = new SimulatedLeaseLedger(disk, (write, onDisk) -> {
            throw new Crash();
        });
        assertThrows(Crash.class, () -> dying.record(LEASE));
        assertEquals(List.of(), open().leases());
        open().record(LEASE);
        assertThrows(Crash.class, () -> dying.forget(LEASE.key()));
        assertEquals(List.of(LEASE), open().leases());
    }

    @Test
    void a_failing_disk_says_so_in_its_own_words() {
        var failed = new LedgerOutcome.Failed("the disk is full");
        var ledger = new SimulatedLeaseLedger(disk, (write, onDisk) -> failed);
        assertEquals(failed, ledger.record(LEASE));
        assertEquals(List.of(), ledger.leases());
    }

    @Test
    void every_write_is_told_in_words() {
        var told = new ArrayList<String>();
        var ledger = new SimulatedLeaseLedger(disk, (write, onDisk) -> {
            told.add(write);
            return onDisk.get();
        });
        ledger.record(LEASE);
        ledger.forget(LEASE.key());
        assertEquals(List.of("record sandbox/eth0", "forget sandbox/eth0"), told);
    }
}
