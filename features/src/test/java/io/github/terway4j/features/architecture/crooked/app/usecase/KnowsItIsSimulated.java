package io.github.terway4j.features.architecture.crooked.app.usecase;

import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Would behave itself in the simulator, and there only. */
record KnowsItIsSimulated(World world) {}
