package io.github.terway4j.features.architecture.crooked.domain.lease;

import io.github.terway4j.features.architecture.crooked.ports.out.Door;

/** Asks the world by itself. */
record KnowsAPort(Door door) {}
