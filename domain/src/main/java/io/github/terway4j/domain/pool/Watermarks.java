package io.github.terway4j.domain.pool;

/**
 * How many addresses may stand idle (configuration keys {@code min_pool_size} and {@code max_pool_size}).
 *
 * @param min fewer than this, and we fetch
 * @param max more than this, and we give back
 */
public record Watermarks(int min, int max) implements WarmTarget {
    public Watermarks {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "watermarks need 0 <= min <= max, but got min %d and max %d".formatted(min, max));
        }
    }

    @Override
    public Goal goal(Supply supply, PoolLimits limits) {
        return new Goal(min, max, Goal.Grain.ADDRESS);
    }
}
