package io.github.terway4j.ports.out;

/** Whether what was sent arrived. */
public sealed interface TrafficOutcome {
    record Arrived() implements TrafficOutcome {}

    /** {@code words} say where it ended, as far as that can be known. */
    record Lost(String words) implements TrafficOutcome {}
}
