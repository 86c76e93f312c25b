package io.github.terway4j.simulator.ledger;

import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.Spread;
import java.util.function.Supplier;

/** A process of a world writes to its node's disk: that takes a moment, and a crash leaves it written or not. */
public final class WayInWorld implements WayToDisk {
    /** Chosen: a write that is not forced to the platter stays in the page cache. */
    private static final Spread WRITE = Spread.ofMicros(5, 200);

    private final SimulatedProcess writer;

    public WayInWorld(SimulatedProcess writer) {
        this.writer = writer;
    }

    @Override
    public LedgerOutcome through(String write, Supplier<LedgerOutcome> onDisk) {
        return writer.call(write, WRITE, onDisk);
    }
}
