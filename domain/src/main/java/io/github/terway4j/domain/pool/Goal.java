package io.github.terway4j.domain.pool;

/**
 * How many addresses shall stand idle at this moment.
 *
 * @param low fewer than this, and we fetch
 * @param high more than this, and we give back
 */
public record Goal(int low, int high, Grain grain) {
    public Goal {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException(
                    "a goal needs 0 <= low <= high, but got low %d and high %d".formatted(low, high));
        }
    }

    /** In which portions addresses come and go. */
    public enum Grain {
        /** As few at a time as can be. */
        ADDRESS,
        /** Each ENI is filled to the brim, and goes as a whole or not at all. */
        ENI
    }
}
