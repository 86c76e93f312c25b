package io.github.terway4j.features.architecture.crooked.adapters.log;

/** Nothing wrong with it. */
public record Told(String words) {}
