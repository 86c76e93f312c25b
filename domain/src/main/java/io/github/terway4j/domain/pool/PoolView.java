package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.eni.VSwitch;
import java.util.List;

/**
 * What one pass sees.
 *
 * @param holdings secondary ENIs attached to this node, or made for it, whatever their state
 * @param vSwitches where new ENIs may be born, best first: right zone, not known to be exhausted
 * @param starving pods that wait for an address at this moment
 * @param resting unheld addresses that nobody may have yet
 */
public record PoolView(List<Holding> holdings, List<VSwitch> vSwitches, int starving, int resting) {
    public PoolView {
        holdings = List.copyOf(holdings);
        vSwitches = List.copyOf(vSwitches);
        if (starving < 0 || resting < 0) {
            throw new IllegalArgumentException(
                    "%d pods cannot be starving, nor %d addresses resting".formatted(starving, resting));
        }
    }
}
