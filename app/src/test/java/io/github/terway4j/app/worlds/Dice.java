package io.github.terway4j.app.worlds;

import io.github.terway4j.domain.net.IpFamily;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance: the same seed throws the same. */
final class Dice {
    private final RandomGenerator chance;

    Dice(long seed) {
        chance = RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }

    boolean happens(int percent) {
        return chance.nextInt(100) < percent;
    }

    boolean coin() {
        return chance.nextBoolean();
    }

    /** At least the first and less than the second. */
    int number(int from, int below) {
        return chance.nextInt(from, below);
    }

    long number(long from, long below) {
        return chance.nextLong(from, below);
    }

    <T> T any(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }

    IpFamily family() {
        return happens(60) ? IpFamily.V4 : IpFamily.V6;
    }
}
