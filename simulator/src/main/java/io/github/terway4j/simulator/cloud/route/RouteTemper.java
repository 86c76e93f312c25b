package io.github.terway4j.simulator.cloud.route;

import io.github.terway4j.simulator.world.Spread;

/** How long adding and removing a route take. The cloud says only that they take time; the lengths are chosen. */
public record RouteTemper(Spread creating, Spread deleting) {
    /** 1 to 3 s each. */
    public static final RouteTemper CALM =
            new RouteTemper(Spread.ofMillis(1_000, 3_000), Spread.ofMillis(1_000, 3_000));
}
