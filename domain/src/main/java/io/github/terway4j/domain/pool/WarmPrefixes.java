package io.github.terway4j.domain.pool;

/** So many prefixes stand ready of which no pod has an address yet. */
public record WarmPrefixes(int prefixes) implements WarmTarget {
    public WarmPrefixes {
        if (prefixes < 0) {
            throw new IllegalArgumentException("%d prefixes cannot stand ready".formatted(prefixes));
        }
    }

    @Override
    public Goal goal(Supply supply, PoolLimits limits) {
        var wanted = (long) prefixes * Portion.PREFIX.ipv4Addresses();
        var idle = (int) Math.min(wanted, limits.capacity()) + supply.broken();
        return new Goal(idle, idle, Goal.Grain.ADDRESS);
    }
}
