package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;

/**
 * Has a plan carried out: what concerns one ENI in its order, for the cloud refuses two calls for one ENI at a time;
 * different ENIs side by side, as many as may be on their way in at once. When the cloud or our own budget asks for
 * patience, what is no more urgent is left to the next pass; and so is all that no pod waits for once a pod waits of
 * which the plan did not know.
 */
public final class PoolCrew {
    /** Of no consequence: whoever ends says so. */
    private static final Duration LONG = Duration.ofHours(1);

    private final Node node;
    private final NodeBook book;
    private final PoolHand hand;
    private final Tasks tasks;
    private final Tasks.Signal left;

    public PoolCrew(Node node, NodeBook book, PoolHand hand, Tasks tasks) {
        this.node = node;
        this.book = book;
        this.hand = hand;
        this.tasks = tasks;
        left = tasks.signal("a pool call has ended");
    }

    /** Returns when all has been done that was begun. */
    Shift carryOut(PoolPlan plan, NodeBook.Queue known) {
        var shift = Shift.of(plan);
        var others = Math.min(shift.lanes(), node.limits().pace().attachesInFlight()) - 1;
        for (int i = 0; i < others; i++) {
            shift.joins();
            tasks.start("pool call", () -> work(shift, known));
        }
        shift.joins();
        try {
            work(shift, known);
        } finally {
            awaitEnd(shift);
        }
        return shift;
    }

    private void work(Shift shift, NodeBook.Queue known) {
        try {
            for (var lane = shift.next(); lane.isPresent(); lane = shift.next()) {
                for (var errand : lane.get()) {
                    if (shift.mayBegin(errand, book.queue().waiting() > known.waiting())) {
                        shift.ended(errand, hand.perform(errand.action(), errand.urgency()));
                    }
                }
            }
        } finally {
            shift.leaves();
            left.raise();
        }
    }

    private void awaitEnd(Shift shift) {
        var seen = left.count();
        while (!shift.isOver()) {
            left.awaitBeyond(seen, tasks.instant().plus(LONG));
            seen = left.count();
        }
    }
}
