package io.github.terway4j.domain.dropin;

/** What is found in the place of a file. */
public sealed interface FoundFile {
    record Absent() implements FoundFile {}

    record Text(String text) implements FoundFile {}

    /** No file that we could have written: a link, a folder, or not to be read. */
    record Other(String words) implements FoundFile {}
}
