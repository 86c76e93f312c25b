package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.fault.Fault;
import io.github.terway4j.domain.pool.PoolAction;
import io.github.terway4j.domain.pool.PoolPlan;
import io.github.terway4j.domain.quota.Urgency;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One plan while it is carried out by several: what is left of it, and what has become of the rest. For any thread. */
final class Shift {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<List<Errand>> left;
    private final List<Fault> trouble = new ArrayList<>();
    private Optional<Urgency> halted = Optional.empty();
    private Optional<Duration> patience = Optional.empty();
    private boolean interrupted;
    private int working;

    /** One action, and why it is done. */
    record Errand(PoolAction action, Urgency urgency) {}

    private Shift(Deque<List<Errand>> lanes) {
        left = lanes;
    }

    /** What concerns one ENI stays together and in its order. */
    static Shift of(PoolPlan plan) {
        var lanes = new LinkedHashMap<Object, List<Errand>>();
        for (int i = 0; i < plan.actions().size(); i++) {
            var errand = new Errand(plan.actions().get(i), plan.urgencies().get(i));
            lanes.computeIfAbsent(lane(errand, i), _ -> new ArrayList<>()).add(errand);
        }
        return new Shift(new ArrayDeque<>(lanes.values()));
    }

    private static Object lane(Errand errand, int index) {
        return switch (errand.action()) {
            case PoolAction.CreateEni _, PoolAction.CreateMember _ -> index;
            case PoolAction.AttachEni(var eni) -> eni;
            case PoolAction.AttachMember(var eni, var _) -> eni;
            case PoolAction.AssignAddresses(var eni, var _, var _) -> eni;
            case PoolAction.AssignPrefixes(var eni, var _, var _) -> eni;
            case PoolAction.UnassignAddresses(var eni, var _) -> eni;
            case PoolAction.UnassignPrefixes(var eni, var _) -> eni;
            case PoolAction.DetachEni(var eni) -> eni;
            case PoolAction.DeleteEni(var eni) -> eni;
        };
    }

    /** How many could work at it side by side. */
    int lanes() {
        return locked(left::size);
    }

    /** One more works at it, until {@link #leaves}. */
    void joins() {
        locked(() -> ++working);
    }

    void leaves() {
        locked(() -> --working);
    }

    boolean isOver() {
        return locked(() -> working == 0);
    }

    /** What nobody else has begun, to be done one after the other; empty when there is nothing more. */
    Optional<List<Errand>> next() {
        return locked(() -> Optional.ofNullable(left.poll()));
    }

    /** Whether the errand is still to be done. */
    boolean mayBegin(Errand errand, boolean newcomers) {
        return locked(() -> {
            var mayWait = errand.urgency() != Urgency.WAITING_POD;
            interrupted |= newcomers && mayWait;
            return !(newcomers && mayWait)
                    && halted.filter(no -> no.compareTo(errand.urgency()) <= 0).isEmpty();
        });
    }

    void ended(Errand errand, ActionOutcome outcome) {
        locked(() -> switch (outcome) {
            case ActionOutcome.Done(), ActionOutcome.Needless() -> true;
            case ActionOutcome.Failed(var why) -> trouble.add(why);
            case ActionOutcome.PutOff(var length, var why) -> putOff(errand, length, why);
            case ActionOutcome.LeftOff(var length, var why) -> putOff(errand, length, why);
        });
    }

    private boolean putOff(Errand errand, Duration length, Fault why) {
        halted = halted.filter(no -> no.compareTo(errand.urgency()) <= 0).or(() -> Optional.of(errand.urgency()));
        patience = patience.filter(longer -> longer.compareTo(length) > 0).or(() -> Optional.of(length));
        return errand.urgency() != Urgency.WAITING_POD || trouble.add(why);
    }

    /** What went wrong, in the order in which it did. */
    List<Fault> trouble() {
        return locked(() -> List.copyOf(trouble));
    }

    /** How long the cloud, or our own budget, asked us to wait; empty when neither did. */
    Optional<Duration> patience() {
        return locked(() -> patience);
    }

    /** Whether something was left undone since pods came to wait that the plan did not know of. */
    boolean interrupted() {
        return locked(() -> interrupted);
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
