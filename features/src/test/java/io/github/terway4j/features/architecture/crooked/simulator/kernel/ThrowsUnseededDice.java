package io.github.terway4j.features.architecture.crooked.simulator.kernel;

import java.util.SplittableRandom;

/** Another day every day. */
final class ThrowsUnseededDice {
    private ThrowsUnseededDice() {}

    static boolean happens() {
        return new SplittableRandom().nextBoolean();
    }
}
