package io.github.terway4j.app.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the program says beside its results, on stderr: a line for each thing. */
final class Logging {
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$-7s %5$s%6$s%n";

    private Logging() {}

    /** Before anything is logged. */
    static void oneLineEach() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    }

    /** For commands that tell themselves what they do: only what goes wrong badly. */
    static void quiet() {
        Logger.getLogger("").setLevel(Level.SEVERE);
    }
}
