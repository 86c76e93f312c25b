package io.github.terway4j.domain.pool;

import java.util.List;
import java.util.Optional;

/** What shall be done next, and what cannot be done and why. */
public record PoolPlan(List<PoolAction> actions, Optional<Shortfall> shortfall) {
    public PoolPlan {
        actions = List.copyOf(actions);
    }
}
