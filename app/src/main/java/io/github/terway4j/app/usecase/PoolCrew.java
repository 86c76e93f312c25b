package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.out.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has a plan carried out: what concerns one ENI in its order, for the cloud refuses two calls for one ENI at a time;
 * different ENIs side by side, as many as may be on their way in at once. When the cloud or our own budget asks for
 * patience, what is no more urgent is left to the next pass; and so is all that no pod waits for once a pod waits of
 * which the plan did not know.
 */
public final class PoolCrew {
    /** Of no consequence: whoever ends says so. */
    private static final Duration LONG = Duration.ofHours(1);

    /** Chosen: a plan is not older than this when something is begun that waited for its turn. */
    private static final Duration FRESH = Duration.ofSeconds(30);

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
        var end = tasks.instant().plus(FRESH);
        try {
            for (var lane = shift.next(); lane.isPresent(); lane = shift.next()) {
                for (var errand : lane.get()) {
                    perform(errand, shift, known, end);
                }
            }
        } finally {
            shift.leaves();
            left.raise();
        }
    }

    /**
     * What is put off the cloud has not heard: while the plan is fresh, its turn is waited for, and costs no other look.
     * Whoever comes to wait meanwhile ends that. What a pod waits for has waited for its turn already.
     */
    private void perform(Shift.Errand errand, Shift shift, NodeBook.Queue known, Instant end) {
        while (true) {
            var heard = book.wanted.count();
            if (!shift.mayBegin(errand, book.queue().waiting() > known.waiting())) {
                return;
            }
            var outcome = hand.perform(errand.action(), errand.urgency());
            var next = turn(errand, outcome).filter(turn -> !turn.isAfter(end));
            if (next.isEmpty()) {
                shift.ended(errand, outcome);
                return;
            }
            book.wanted.awaitBeyond(heard, next.get());
        }
    }

    private Optional<Instant> turn(Shift.Errand errand, ActionOutcome outcome) {
        return outcome instanceof ActionOutcome.PutOff(var length, var _) && errand.urgency() == Urgency.WARM_UP
                ? Optional.of(tasks.instant().plus(length))
                : Optional.empty();
    }

    private void awaitEnd(Shift shift) {
        var seen = left.count();
        while (!shift.isOver()) {
            left.awaitBeyond(seen, tasks.instant().plus(LONG));
            seen = left.count();
        }
    }
}
