package io.github.terway4j.simulator.world;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Forks one seed by name, so that one part may draw more often without another drawing otherwise. The second fork of a
 * name is another than the first.
 */
public final class Chance {
    private final long seed;
    private final TreeMap<String, Integer> forks = new TreeMap<>();

    public Chance(long seed) {
        this.seed = seed;
    }

    /** Chance for one part, which no other part draws from. */
    public RandomGenerator fork(String name) {
        var mixed = new SplittableRandom(seed).nextLong();
        for (int i = 0; i < name.length(); i++) {
            mixed = new SplittableRandom(mixed ^ name.charAt(i)).nextLong();
        }
        return new SplittableRandom(mixed + forks.merge(name, 1, Integer::sum));
    }
}
