package io.github.terway4j.features.architecture.crooked.app.config;

import io.github.terway4j.features.architecture.crooked.simulator.kernel.World;

/** Checks a configuration by trying it. */
record KnowsTheSimulator(World world) {}
