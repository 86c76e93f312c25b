package io.github.terway4j.features.architecture.crooked.ports.out;

/** Anybody may add a case. */
interface OpenOutcome {}
