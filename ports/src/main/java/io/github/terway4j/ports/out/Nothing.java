package io.github.terway4j.ports.out;

/** The value of an outcome that has none to give. */
public enum Nothing {
    NOTHING
}
