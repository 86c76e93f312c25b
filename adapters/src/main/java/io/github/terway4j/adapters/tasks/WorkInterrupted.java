package io.github.terway4j.adapters.tasks;

/**
 * Somebody ended the work in which this was thrown. An error, so that code which survives exceptions does not survive
 * this.
 */
public final class WorkInterrupted extends Error {
    private static final long serialVersionUID = 1;

    WorkInterrupted(InterruptedException cause) {
        super("interrupted", cause);
        Thread.currentThread().interrupt();
    }
}
