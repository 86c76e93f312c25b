package io.github.terway4j.simulator.kernel;

/** How a route refuses what it matches (ip-route(8), route types). */
public enum Refusal {
    /** Without a word. */
    BLACKHOLE("blackhole", DropReason.BLACKHOLE),
    /** There is no such host. */
    UNREACHABLE("unreachable", DropReason.UNREACHABLE),
    /** It is forbidden. */
    PROHIBIT("prohibit", DropReason.PROHIBITED),
    /** As if there were none in this table: the next rule has its turn. */
    THROW("throw", DropReason.NO_ROUTE);

    private final String words;
    private final DropReason reason;

    Refusal(String words, DropReason reason) {
        this.words = words;
        this.reason = reason;
    }

    String words() {
        return words;
    }

    DropReason reason() {
        return reason;
    }
}
