package io.github.terway4j.features.architecture.crooked.ports.out;

/** Nothing wrong with it. */
public interface Door {}
