package io.github.terway4j.features.architecture.crooked.app.agent;

import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Would run on no node. */
record KnowsItIsSimulated(World world) {}
