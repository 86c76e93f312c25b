package io.github.terway4j.features.architecture.crooked.app.stage;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;
import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Nothing wrong with it. */
record Stages(Told adapter, World simulator) {}
