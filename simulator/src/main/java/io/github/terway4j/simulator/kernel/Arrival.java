package io.github.terway4j.simulator.kernel;

/** What became of a frame. */
sealed interface Arrival {
    /** The stack of that device's namespace has it. */
    record By(Device in) implements Arrival {}

    record Lost(Device at, DropReason reason, String words) implements Arrival {}
}
