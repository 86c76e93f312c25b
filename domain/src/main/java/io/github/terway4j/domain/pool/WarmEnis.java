package io.github.terway4j.domain.pool;

/** So many ENIs' worth of addresses stand idle; ENIs are kept full, and come and go as a whole. */
public record WarmEnis(int enis) implements WarmTarget {
    public WarmEnis {
        if (enis < 0) {
            throw new IllegalArgumentException("%d ENIs cannot stand ready".formatted(enis));
        }
    }

    @Override
    public Goal goal(Supply supply, PoolLimits limits) {
        var idle = Math.min(enis, limits.maxEnis()) * limits.podsPerEni();
        return new Goal(idle, idle, Goal.Grain.ENI);
    }
}
