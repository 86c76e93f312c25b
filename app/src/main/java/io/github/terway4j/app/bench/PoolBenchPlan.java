package io.github.terway4j.app.bench;

import java.util.List;

/**
 * What is measured of the pool.
 *
 * @param nodes how many fill their pools at once, fewest first
 */
public record PoolBenchPlan(List<Integer> nodes, long seed) {
    /** As many have room in the cloud's two vSwitches. */
    private static final int MOST = 700;

    public PoolBenchPlan {
        nodes = nodes.stream().sorted().toList();
        if (nodes.isEmpty() || nodes.getFirst() < 1 || nodes.getLast() > MOST) {
            throw new IllegalArgumentException(
                    "--nodes must be numbers from 1 to %d, but are %s".formatted(MOST, nodes));
        }
    }
}
