package io.github.terway4j.simulator.ledger;

import io.github.terway4j.ports.out.LedgerOutcome;
import java.util.function.Supplier;

/** The way of a write to the disk and of its outcome back. */
public interface WayToDisk {
    /**
     * Performs the write and carries back its outcome. A disk that fails answers {@code Failed}, having written or not;
     * an agent that crashes never returns from here, having written or not.
     *
     * @param write for people: what is written
     */
    LedgerOutcome through(String write, Supplier<LedgerOutcome> onDisk);

    /** Takes no time and loses nothing. */
    static WayToDisk direct() {
        return (write, onDisk) -> onDisk.get();
    }
}
