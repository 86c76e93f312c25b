package io.github.terway4j.domain.pool;

import java.time.Instant;
import java.util.List;

/**
 * Demand, less supply, is what we fetch; supply above the upper mark is what we give back.
 *
 * <p>A burst of N waiting pods asks for N addresses and what the lower mark misses besides, no more; what is on its way
 * counts as here. Cheapest first: fill ENIs that are attached, then make new ones. An ENI that was made and waits is
 * attached, whatever else is planned. What the cloud refused lately is not asked for again before its time. Nothing is
 * given back while anybody waits, and nothing in the pass that first finds it unwanted.
 */
public final class PoolPlanner {
    private PoolPlanner() {}

    public static PoolPlan plan(WarmTarget target, PoolLimits limits, PoolView view, Instant now) {
        var stands = Supply.stands(view, limits);
        var supply = Supply.of(stands);
        var goal = target.goal(supply, limits);
        var roads = new Roads(view.health(), now);
        var waiting = view.starving() > 0;
        var unattachable = waiting ? List.<Stand>of() : GivingBack.unattachable(stands, roads);
        if (!unattachable.isEmpty()) {
            return new GivingBack(limits, roads).plan(unattachable);
        }
        // Whoever waits now is not helped by an address that has yet to rest; what shall stand ready may rest
        // meanwhile.
        var hungry = Math.max(0, view.starving() - supply.ready());
        var lack = Math.max(hungry, view.starving() + goal.low() - supply.idle());
        var pressing = new Pressing(view.starving(), hungry);
        if (lack > 0) {
            return new Fetching(limits, view, roads)
                    .plan(lack, lack - hungry, goal.grain(), stands)
                    .pressing(pressing);
        }
        var allowed = waiting ? Integer.MAX_VALUE : goal.high() - supply.idle();
        return allowed < 0
                ? new GivingBack(limits, roads).plan(-allowed, goal.grain(), stands)
                : new Upkeep(limits, roads).plan(allowed, goal.grain(), stands).pressing(pressing);
    }
}
