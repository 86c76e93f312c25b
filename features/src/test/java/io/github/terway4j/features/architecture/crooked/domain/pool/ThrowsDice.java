package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.util.Random;

/** Decides by chance, even though the seed is known. */
final class ThrowsDice {
    private ThrowsDice() {}

    static boolean decides() {
        return new Random(7).nextBoolean();
    }
}
