package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.net.Ip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What shall be done next, and what cannot be done and why.
 *
 * @param marks every address that shall go: the book marks those that nobody holds, and only what was marked when a
 *     later pass looked is given up
 */
public record PoolPlan(List<PoolAction> actions, List<Ip> marks, Optional<Shortfall> shortfall) {
    public PoolPlan {
        actions = List.copyOf(actions);
        marks = List.copyOf(marks);
    }

    /** The same, and these besides. */
    public PoolPlan and(List<PoolAction> more) {
        return new PoolPlan(Stream.concat(actions.stream(), more.stream()).toList(), marks, shortfall);
    }

    /** Whether another pass, soon, has something to look for. */
    public boolean goesOn() {
        return !actions.isEmpty() || !marks.isEmpty();
    }
}
