package io.github.terway4j.simulator.world;

/**
 * Ends a task of a process that has crashed. An error, so that code which handles exceptions does not take it for one;
 * and should code handle even this, the next call throws it again.
 */
public final class Crashed extends Error {
    private static final long serialVersionUID = 1L;

    Crashed(String process) {
        super(process + " has crashed", null, false, false);
    }
}
