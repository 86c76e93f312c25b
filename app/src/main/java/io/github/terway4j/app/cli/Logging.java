package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.log.LineFormatter;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the program says beside its results, on stderr: a line for each thing. */
final class Logging {
    /** It warns, of every unix socket, that this has no option of TCP's. Kept here, or the level would be forgotten with it. */
    private static final Logger NETTY = Logger.getLogger("io.netty.bootstrap");

    private Logging() {}

    /** Before anything is logged. */
    static void oneLineEach() {
        NETTY.setLevel(Level.SEVERE);
        lines(LineFormatter.Style.TEXT);
    }

    /** The same in another style. */
    static void lines(LineFormatter.Style style) {
        for (var handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new LineFormatter(style));
        }
    }

    /** For commands that tell themselves what they do: only what goes wrong badly. */
    static void quiet() {
        Logger.getLogger("").setLevel(Level.SEVERE);
    }
}
