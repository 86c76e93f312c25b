package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.world.Spread;

/**
 * How long attaching, detaching and deleting take; the lengths are chosen. That they may come to nothing is another
 * matter: {@link io.github.terway4j.simulator.quirk.Quirk}.
 */
public record EniTemper(Spread attaching, Spread detaching, Spread deleting) {
    /** Attaches in 1 to 3 s, detaches in 1 to 2 s, deletes in 1 s. */
    public static final EniTemper CALM =
            new EniTemper(Spread.ofMillis(1_000, 3_000), Spread.ofMillis(1_000, 2_000), Spread.ofMillis(1_000, 1_000));
}
