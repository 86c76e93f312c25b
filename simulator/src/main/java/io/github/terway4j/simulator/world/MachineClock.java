package io.github.terway4j.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What one machine takes for the time: the world's, until somebody sets its clock. How long a wait lasts it does not change. */
public final class MachineClock implements InstantSource {
    private final World world;
    private Duration ahead = Duration.ZERO;

    MachineClock(World world) {
        this.world = world;
    }

    /** From now on the clock shows so much more than the time; less, if that is negative. */
    public void set(Duration newAhead) {
        ahead = newAhead;
    }

    @Override
    public Instant instant() {
        return world.instant().plus(ahead);
    }
}
