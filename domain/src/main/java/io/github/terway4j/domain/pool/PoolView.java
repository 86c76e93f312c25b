package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.vswitch.Birthplaces;
import java.util.List;

/**
 * What one pass sees.
 *
 * @param holdings secondary ENIs attached to this node, or made for it, whatever their state
 * @param birthplaces where new ENIs may be born
 * @param starving pods that wait for an address at this moment, and that any address would serve
 * @param health what the cloud refused lately
 */
public record PoolView(List<Holding> holdings, Birthplaces birthplaces, int starving, PoolHealth health) {
    public PoolView {
        holdings = List.copyOf(holdings);
        if (starving < 0) {
            throw new IllegalArgumentException("%d pods cannot be starving".formatted(starving));
        }
    }
}
