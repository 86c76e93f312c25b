package io.github.terway4j.features.architecture.crooked.domain.lease;

/** Nothing wrong with it. */
public record Deed() {}
