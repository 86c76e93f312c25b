package io.github.terway4j.app.usecase;

import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.simulator.ledger.WayToDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A disk that fails at writes which a test names by their beginning, having written or not. */
final class StubbornDisk implements WayToDisk {
    private final WayToDisk way;
    private final List<String> failing = new ArrayList<>();
    private final List<String> failingTooLate = new ArrayList<>();

    StubbornDisk(WayToDisk way) {
        this.way = way;
    }

    /** From now on. */
    void fail(String write) {
        failing.add(write);
    }

    /** From now on; what fails is written all the same. */
    void failHavingWritten(String write) {
        failingTooLate.add(write);
    }

    void relent() {
        failing.clear();
        failingTooLate.clear();
    }

    @Override
    public LedgerOutcome through(String write, Supplier<LedgerOutcome> onDisk) {
        var fails = failing.stream().anyMatch(write::startsWith);
        var failsTooLate = failingTooLate.stream().anyMatch(write::startsWith);
        var outcome = fails ? new LedgerOutcome.Failed("never got there") : way.through(write, onDisk);
        return fails || failsTooLate ? new LedgerOutcome.Failed("no space left on device") : outcome;
    }
}
