package io.github.terway4j.ports.out;

/** Whether connections are marked as wanted. */
public sealed interface MarksOutcome {
    record Done() implements MarksOutcome {}

    /** All is as it was before. */
    record Failed(String words) implements MarksOutcome {}
}
