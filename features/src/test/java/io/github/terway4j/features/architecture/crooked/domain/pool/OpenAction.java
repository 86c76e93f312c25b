package io.github.terway4j.features.architecture.crooked.domain.pool;

/** Anybody may add a case. */
interface OpenAction {}
