package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.world.Spread;

/**
 * How long attaching, detaching and deleting take, and how often, between 0 and 1, they come to nothing: an attachment
 * that fails goes back to {@code Available}; a detachment or deletion that hangs goes on when it is asked for again.
 * The cloud is known for all three; the lengths are chosen.
 */
public record EniTemper(
        Spread attaching,
        Spread detaching,
        Spread deleting,
        double attachingFails,
        double detachingHangs,
        double deletingHangs) {
    /** Attaches in 1 to 3 s, detaches in 1 to 2 s, deletes in 1 s, and never fails. */
    public static final EniTemper CALM = new EniTemper(
            Spread.ofMillis(1_000, 3_000), Spread.ofMillis(1_000, 2_000), Spread.ofMillis(1_000, 1_000), 0, 0, 0);

    public EniTemper {
        for (var chance : new double[] {attachingFails, detachingHangs, deletingHangs}) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance is between 0 and 1, not " + chance);
            }
        }
    }
}
