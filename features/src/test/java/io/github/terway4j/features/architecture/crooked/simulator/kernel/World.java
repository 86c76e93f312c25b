package io.github.terway4j.features.architecture.crooked.simulator.kernel;

import java.util.SplittableRandom;

/** Nothing wrong with it. */
public record World(long seed) {
    public boolean coin() {
        return new SplittableRandom(seed).nextBoolean();
    }
}
