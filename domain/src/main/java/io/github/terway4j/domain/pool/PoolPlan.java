package io.github.terway4j.domain.pool;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.quota.Urgency;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What shall be done next, and what cannot be done and why.
 *
 * @param urgencies why each of the actions is made, in their order
 * @param marks every address that shall go: the book marks those that nobody holds, and only what was marked when a
 *     later pass looked is given up
 */
public record PoolPlan(
        List<PoolAction> actions, List<Urgency> urgencies, List<Ip> marks, Optional<Shortfall> shortfall) {
    public PoolPlan {
        actions = List.copyOf(actions);
        urgencies = List.copyOf(urgencies);
        marks = List.copyOf(marks);
        if (actions.size() != urgencies.size()) {
            throw new IllegalArgumentException("%s have as many reasons, not %s".formatted(actions, urgencies));
        }
    }

    /** One that no pod waits for. */
    public PoolPlan(List<PoolAction> actions, List<Ip> marks, Optional<Shortfall> shortfall) {
        this(actions, Pressing.NOBODY.of(actions), marks, shortfall);
    }

    PoolPlan pressing(Pressing pressing) {
        return new PoolPlan(actions, pressing.of(actions), marks, shortfall);
    }

    /** The same, and these besides, which are to go. */
    public PoolPlan and(List<PoolAction> farewells) {
        return and(farewells, Urgency.GIVE_BACK);
    }

    /** The same, and these besides. */
    PoolPlan and(List<PoolAction> more, Urgency why) {
        return and(new PoolPlan(more, Collections.nCopies(more.size(), why), List.of(), Optional.empty()));
    }

    /** The same, and all of the other; of two shortfalls, this one's. */
    PoolPlan and(PoolPlan other) {
        return new PoolPlan(
                both(actions, other.actions),
                both(urgencies, other.urgencies),
                both(marks, other.marks),
                shortfall.or(other::shortfall));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The same with other actions in the place of some. */
    PoolPlan mapped(UnaryOperator<PoolAction> change) {
        return new PoolPlan(actions.stream().map(change).toList(), urgencies, marks, shortfall);
    }

    /** The same without these actions. */
    PoolPlan without(Predicate<PoolAction> unwanted) {
        return new PoolPlan(List.of(), List.of(), marks, Optional.empty()).and(only(unwanted.negate()));
    }

    /** The same, for want of something. */
    PoolPlan missing(Shortfall found) {
        return new PoolPlan(actions, urgencies, marks, Optional.of(found));
    }

    /** The same, though something is missing. */
    PoolPlan missingNothing() {
        return new PoolPlan(actions, urgencies, marks, Optional.empty());
    }

    /** Of its actions only these, and nothing marked to go. */
    PoolPlan only(Predicate<PoolAction> wanted) {
        var kept = IntStream.range(0, actions.size())
                .filter(i -> wanted.test(actions.get(i)))
                .boxed()
                .toList();
        return new PoolPlan(
                kept.stream().map(actions::get).toList(),
                kept.stream().map(urgencies::get).toList(),
                List.of(),
                shortfall);
    }

    /** Whether another pass, soon, has something to look for. */
    public boolean goesOn() {
        return !actions.isEmpty() || !marks.isEmpty();
    }
}
