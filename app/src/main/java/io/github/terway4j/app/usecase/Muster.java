package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Which ENIs of ours are attached, and whether there may be others: made and not attached, or on their way out. For any
 * thread.
 */
final class Muster {
    /** Chosen: somebody else may have done what we do not know of. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** Chosen: no request has been seen to take effect so late. */
    private static final Duration DOUBT = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<EniId> attached = new TreeSet<>();
    private final TreeSet<EniId> loose = new TreeSet<>();
    /** When all were seen; empty while there may be some that we do not know of. */
    private Optional<Instant> seen = Optional.empty();

    private Instant doubtedUntil = Instant.MIN;
    private long changes;

    /** A look at all of them begins. Returns what {@link #saw} is told. */
    long begins() {
        return locked(() -> changes);
    }

    /** A look has shown all. What has changed since it began, it may not have seen. */
    void saw(List<Eni> all, long began, Instant now) {
        locked(() -> {
            if (changes == began) {
                attached.clear();
                loose.clear();
                all.stream().filter(Muster::stays).map(Eni::id).forEach(attached::add);
                seen = all.stream().allMatch(Muster::stays) ? Optional.of(now) : Optional.empty();
            }
            return changes;
        });
    }

    private static boolean stays(Eni eni) {
        return eni.status() == EniStatus.IN_USE || eni.status() == EniStatus.ATTACHING;
    }

    void made(EniId eni) {
        change(() -> loose.add(eni));
    }

    void attached(EniId eni) {
        change(() -> {
            loose.remove(eni);
            return attached.add(eni);
        });
    }

    /** One may have been made, or may yet be. */
    void mayHaveMade(Instant now) {
        change(() -> {
            doubtedUntil = now.plus(DOUBT);
            return true;
        });
    }

    /** One is to leave; then it is known by its mark alone. */
    void leaves() {
        change(() -> {
            seen = Optional.empty();
            return true;
        });
    }

    /** Whether by all that we know each of ours is attached. */
    boolean isComplete(Instant now) {
        return locked(() -> loose.isEmpty()
                && !now.isBefore(doubtedUntil)
                && seen.filter(last -> now.isBefore(last.plus(GOOD_FOR))).isPresent());
    }

    boolean hasAllOf(List<Eni> shown) {
        return locked(() -> shown.stream().map(Eni::id).toList().containsAll(attached));
    }

    private void change(Supplier<Boolean> change) {
        locked(() -> {
            changes++;
            return change.get();
        });
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
