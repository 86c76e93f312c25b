package io.github.terway4j.domain.pool;

import java.util.List;

/**
 * What the node has, counted in pods over all ENIs for one wish that are not on their way out.
 *
 * @param serving pods that hold an address
 * @param idle how many more could be served
 * @param ready how many of these at once, since no address of theirs has to rest
 * @param broken how many of the idle ones lie in a prefix that other pods are on
 */
public record Supply(int serving, int idle, int ready, int broken) {
    public static Supply of(PoolView view, PoolLimits limits) {
        return of(stands(view, limits));
    }

    static Supply of(List<Stand> stands) {
        var serving = 0;
        var idle = 0;
        var ready = 0;
        var broken = 0;
        for (var stand : stands) {
            if (stand.holding().stays()) {
                serving += stand.serving();
                idle += stand.idle();
                ready += stand.ready();
                broken += stand.broken();
            }
        }
        return new Supply(serving, idle, ready, broken);
    }

    static List<Stand> stands(PoolView view, PoolLimits limits) {
        return view.holdings().stream()
                .filter(holding -> holding.serves(limits.wish()))
                .map(holding -> Stand.of(holding, limits))
                .toList();
    }

    /** Addresses in all. */
    public int total() {
        return serving + idle;
    }
}
