package io.github.terway4j.simulator.kernel;

/** What rules and tables say about a flow. */
sealed interface Finding {
    /** This route, found by the rule of this priority in this table. */
    record Found(int priority, int table, RouteEntry route) implements Finding {}

    /** The packet ends here on purpose. */
    record Refused(DropReason reason, String words) implements Finding {}

    record Nothing() implements Finding {}
}
