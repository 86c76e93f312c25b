package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.pool.Degradation;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What the cloud said when it was last looked at, what we did since, and whether that may do for another look. */
final class LastSeen {
    private static final long NEVER = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<VSwitchId> asked = new TreeSet<>();
    private final Map<VSwitchId, VSwitch> vSwitches = new TreeMap<>();
    private Optional<List<Eni>> enis = Optional.empty();
    /** Our own. */
    private long changes;
    /** As many of them as the last look can have seen to their end. */
    private long settled = NEVER;

    /** Something is being changed: a look that has begun before is not the last word on it. */
    void changes() {
        locked(() -> ++changes);
    }

    /** What was seen of the ENIs, if that is all that may be known at this level. */
    Optional<List<Eni>> enis(Degradation level) {
        return locked(() -> switch (level) {
            case NONE -> Optional.empty();
            case L0 -> enis;
            case L1 -> enis.filter(_ -> settled == changes);
        });
    }

    /** The same of these vSwitches; one that had no free address is looked at anew while addresses may be fetched. */
    Optional<List<VSwitch>> vSwitches(Collection<VSwitchId> ids, Degradation level) {
        return locked(() -> switch (level) {
            case NONE -> Optional.empty();
            case L0 -> known(ids);
            case L1 -> known(ids).filter(all -> all.stream().noneMatch(vSwitch -> vSwitch.freeAddresses() == 0));
        });
    }

    private Optional<List<VSwitch>> known(Collection<VSwitchId> ids) {
        return asked.containsAll(ids)
                ? Optional.of(ids.stream()
                        .filter(vSwitches::containsKey)
                        .map(vSwitches::get)
                        .toList())
                : Optional.empty();
    }

    /** Looks at the ENIs. */
    CloudOutcome<List<Eni>> looked(Supplier<CloudOutcome<List<Eni>>> look) {
        var before = locked(() -> changes);
        var outcome = look.get();
        if (outcome instanceof CloudOutcome.Done<List<Eni>>(var all)) {
            var arrived = all.stream().allMatch(eni -> eni.status() == EniStatus.IN_USE);
            locked(() -> {
                enis = Optional.of(List.copyOf(all));
                // What is on its way is to be seen when it has come.
                settled = arrived ? before : NEVER;
                return settled;
            });
        }
        return outcome;
    }

    /** Our own change of an ENI is seen at once: until the next look, what has gone is not there any more. */
    void became(EniId id, UnaryOperator<Eni> change) {
        locked(() -> {
            enis = enis.map(all -> all.stream()
                    .map(eni -> eni.id().equals(id) ? change.apply(eni) : eni)
                    .toList());
            return enis;
        });
    }

    CloudOutcome<List<VSwitch>> looked(Collection<VSwitchId> ids, CloudOutcome<List<VSwitch>> outcome) {
        if (outcome instanceof CloudOutcome.Done<List<VSwitch>>(var described)) {
            locked(() -> {
                asked.addAll(ids);
                described.forEach(vSwitch -> vSwitches.put(vSwitch.id(), vSwitch));
                return described.size();
            });
        }
        return outcome;
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
