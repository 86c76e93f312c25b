package io.github.terway4j.app.stage;

/** Which kernel a stage stands on. */
public enum KernelChoice {
    /** The one that this program runs on: takes Linux, root, and the programs in C. */
    LINUX,
    /** One in memory. */
    SIMULATED,
    /** The first where it can be, and the second with a word about it elsewhere. */
    BEST
}
