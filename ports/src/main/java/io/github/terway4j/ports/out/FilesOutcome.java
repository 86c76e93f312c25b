package io.github.terway4j.ports.out;

/** Whether a file is as it was asked to be. */
public sealed interface FilesOutcome {
    record Done() implements FilesOutcome {}

    /** All is as it was before. */
    record Failed(String words) implements FilesOutcome {}
}
