package io.github.terway4j.features.architecture.crooked.app.wiring;

import dagger.Module;
import io.github.terway4j.features.architecture.crooked.adapters.log.Told;
import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Nothing wrong with it. */
@Module
record Wires(Told adapter, World simulator) {}
