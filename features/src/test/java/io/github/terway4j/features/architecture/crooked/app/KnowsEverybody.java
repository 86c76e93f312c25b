package io.github.terway4j.features.architecture.crooked.app;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;
import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Beside the wiring, and yet it knows who stands where. */
record KnowsEverybody(Told adapter, World simulator) {}
