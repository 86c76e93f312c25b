package io.github.terway4j.adapters.tasks;

/** Somebody ended the work in which this was thrown. */
public final class WorkInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkInterrupted(InterruptedException cause) {
        super("interrupted", cause);
        Thread.currentThread().interrupt();
    }
}
