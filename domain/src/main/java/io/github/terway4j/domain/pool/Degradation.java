package io.github.terway4j.domain.pool;

import java.util.List;
import java.util.Optional;

/**
 * How much the pool still asks of the cloud while that is in trouble (configuration key {@code degradation}). The names
 * are Terway's; unlike there, nothing escapes the level.
 */
public enum Degradation {
    /** All that it would. */
    NONE,
    /** Nothing: pods are served from what is there. */
    L0,
    /** Only what brings more: nothing goes back, and nobody looks but after what was brought. */
    L1;

    /**
     * What of a plan may be done.
     *
     * @param starving pods that wait for an address at this moment
     */
    public PoolPlan allowed(PoolPlan plan, int starving) {
        return switch (this) {
            case NONE -> plan;
            case L0 -> new PoolPlan(List.of(), List.of(), standstill(starving));
            case L1 -> plan.only(Degradation::bringsMore);
        };
    }

    private static Optional<Shortfall> standstill(int starving) {
        return starving > 0 ? Optional.of(new Shortfall.Degraded(starving)) : Optional.empty();
    }

    private static boolean bringsMore(PoolAction action) {
        return switch (action) {
            case PoolAction.CreateEni _,
                    PoolAction.AttachEni _,
                    PoolAction.CreateMember _,
                    PoolAction.AttachMember _,
                    PoolAction.AssignAddresses _,
                    PoolAction.AssignPrefixes _ -> true;
            case PoolAction.UnassignAddresses _,
                    PoolAction.UnassignPrefixes _,
                    PoolAction.DetachEni _,
                    PoolAction.DeleteEni _ -> false;
        };
    }
}
