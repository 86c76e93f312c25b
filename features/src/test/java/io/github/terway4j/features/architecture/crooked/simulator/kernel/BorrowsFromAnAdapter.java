package io.github.terway4j.features.architecture.crooked.simulator.kernel;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** Simulates with the real thing. */
record BorrowsFromAnAdapter(Told real) {}
