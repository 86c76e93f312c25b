package io.github.terway4j.app.bench;

/**
 * What is measured of the simulated cloud.
 *
 * @param enisEach the primary one included
 * @param rounds in which it and its floor take turns
 */
public record CloudBenchPlan(int instances, int enisEach, int rounds) {
    private static final int MOST_INSTANCES = 10_000;
    private static final int MOST_ENIS = 20;

    public CloudBenchPlan {
        require("--instances", instances, MOST_INSTANCES);
        require("--enis", enisEach, MOST_ENIS);
        require("--rounds", rounds, Integer.MAX_VALUE);
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "%s must be a number from 1 to %d, but is %d".formatted(option, most, value));
        }
    }
}
