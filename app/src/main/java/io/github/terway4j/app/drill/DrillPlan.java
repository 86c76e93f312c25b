package io.github.terway4j.app.drill;

/**
 * How large a drill is.
 *
 * @param pods how many stand at once
 * @param seed what others have on the node, and what is removed by hand
 */
public record DrillPlan(int pods, long seed) {
    private static final int MOST = 3000;
    private static final int ONE_IN = 10;

    public DrillPlan {
        if (pods < 1 || pods > MOST) {
            throw new IllegalArgumentException("--pods must be 1 to %d, but is %d".formatted(MOST, pods));
        }
    }

    /** One pod in ten, and one at least. */
    int damaged() {
        return Math.ceilDiv(pods, ONE_IN);
    }
}
