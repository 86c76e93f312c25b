package io.github.terway4j.app.simulate;

import java.io.PrintStream;

/** One line that says how far a run is, written over a few times a second. */
final class ProgressLine {
    private static final long PAUSE_NANOS = 500_000_000;

    private final PrintStream out;
    private long begun;
    private long shown;
    private boolean dirty;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    void begin() {
        begun = System.nanoTime();
        shown = begun;
    }

    void show(Run.Progress progress) {
        var now = System.nanoTime();
        if (now - shown >= PAUSE_NANOS) {
            shown = now;
            dirty = true;
            out.printf(
                    "\rseed %d: %,d of %,d events, %,d pods, %,d faults, %,.0f events/s  ",
                    progress.plan().seed(),
                    progress.events(),
                    progress.plan().steps(),
                    progress.pods(),
                    progress.faults(),
                    progress.events() * 1e9 / (now - begun));
            out.flush();
        }
    }

    /** What is printed next begins a line of its own. */
    void end() {
        if (dirty) {
            out.println();
            dirty = false;
        }
    }
}
