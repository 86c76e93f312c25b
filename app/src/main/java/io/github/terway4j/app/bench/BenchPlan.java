package io.github.terway4j.app.bench;

import java.util.Collections;
import java.util.List;

/**
 * What is measured.
 *
 * @param present how many pods there are meanwhile, fewest first
 * @param samples how often
 */
public record BenchPlan(List<Integer> present, int samples) {
    private static final int MOST = 5000;

    public BenchPlan {
        present = present.stream().sorted().toList();
        if (present.isEmpty() || present.getFirst() < 0 || present.getLast() > MOST) {
            throw new IllegalArgumentException(
                    "--pods must be numbers from 0 to %d, but are %s".formatted(MOST, present));
        }
        if (samples < 1) {
            throw new IllegalArgumentException("--samples must be at least 1, but is " + samples);
        }
    }

    public int most() {
        return Collections.max(present);
    }
}
