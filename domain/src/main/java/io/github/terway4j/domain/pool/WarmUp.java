package io.github.terway4j.domain.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * A node that has just joined fetches some addresses once, before its first pods come ({@code ip_warm_up_size}). They are
 * kept for a while even where they are more than may stand idle: to give them back before the pods are there would make
 * the calls for nothing.
 */
public sealed interface WarmUp {
    /** How long its addresses are kept for pods that have yet to come. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** Until the node has had so many addresses, those that pods hold included. */
    record Fetching(int total) implements WarmUp {}

    record Waiting(int total, Instant until) implements WarmUp {}

    record Over() implements WarmUp {}

    /** A node that holds an ENI already when the agent starts has been warm before. */
    static WarmUp begin(int total, boolean newcomer) {
        return total > 0 && newcomer ? new Fetching(total) : new Over();
    }

    default WarmUp next(Supply supply, PoolLimits limits, Instant now) {
        return switch (this) {
            case Fetching(var total)
            when supply.total() >= Math.min(total, limits.capacity()) -> new Waiting(total, now.plus(PATIENCE));
            case Waiting(var _, var until) when !now.isBefore(until) -> new Over();
            case Fetching _, Waiting _, Over _ -> this;
        };
    }

    default WarmTarget over(WarmTarget target) {
        return switch (this) {
            case Fetching(var total) -> new Floor(target, total);
            case Waiting(var total, var _) -> new Floor(target, total);
            case Over() -> target;
        };
    }
}
