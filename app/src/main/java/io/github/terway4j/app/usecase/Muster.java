package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.out.CloudNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where each ENI of the instance is by all that we know: what the last look showed, and what we asked for since. For any
 * thread.
 */
public final class Muster {
    /** Chosen: somebody else may have done what we do not know of. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /** Chosen: no request has been seen to take effect so late. */
    private static final Duration DOUBT = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<EniId, Eni> known = new TreeMap<>();
    /** Of these, those that no look has shown on the way on which we sent them. */
    private final TreeSet<EniId> sent = new TreeSet<>();
    /** When all of them were seen. */
    private Optional<Instant> seen = Optional.empty();

    private Instant doubtedUntil = Instant.MIN;
    private long changes;

    /** A look begins. Returns what {@link #saw} is told. */
    long begins() {
        return locked(() -> changes);
    }

    /** A look has shown these, and there are no others. What has changed since it began, it may not have seen. */
    void saw(List<Eni> all, long began) {
        locked(() -> {
            if (changes == began) {
                known.clear();
                sent.clear();
                all.forEach(eni -> known.put(eni.id(), eni));
            }
            return known;
        });
    }

    /** The look that has just ended would have shown those, too, that are not attached. */
    void sawAll(List<Eni> all, long began, Instant now) {
        saw(all, began);
        locked(() -> seen = Optional.of(now));
    }

    void made(Eni eni) {
        change(() -> known.put(eni.id(), eni));
    }

    /** We have asked for that, and the cloud has begun. */
    void became(EniId id, EniStatus status) {
        change(() -> {
            sent.add(id);
            return known.computeIfPresent(id, (_, eni) -> eni.with(status));
        });
    }

    /** One may have been made, or may yet be. */
    void mayHaveMade(Instant now) {
        change(() -> doubtedUntil = now.plus(DOUBT));
    }

    /** What we know of where ours are. */
    enum Knowledge {
        /** Each is attached: so there are none that only their marks would tell of. */
        ALL_ATTACHED,
        /** Some are not, but there are none but these: so each can be asked for by its name. */
        EACH_BY_NAME,
        /** There may be others. */
        NOT_ALL
    }

    Knowledge knows(Instant now) {
        return locked(() -> {
            var fresh = !now.isBefore(doubtedUntil)
                    && seen.filter(last -> !now.isBefore(last) && now.isBefore(last.plus(GOOD_FOR)))
                            .isPresent();
            if (!fresh) {
                return Knowledge.NOT_ALL;
            }
            if (known.values().stream().allMatch(Muster::isAttached)) {
                return Knowledge.ALL_ATTACHED;
            }
            return known.size() <= CloudNetwork.NAMED ? Knowledge.EACH_BY_NAME : Knowledge.NOT_ALL;
        });
    }

    List<EniId> names() {
        return locked(() -> List.copyOf(known.keySet()));
    }

    /** Whether none of ours is missing but those that were to go. */
    boolean isWholeIn(List<Eni> shown) {
        return locked(() -> shown.stream()
                .map(Eni::id)
                .toList()
                .containsAll(known.values().stream()
                        .filter(eni -> eni.status() != EniStatus.DELETING)
                        .map(Eni::id)
                        .toList()));
    }

    /** Whether one is on its way in or out that has a device, or will have one. */
    boolean moves() {
        return locked(() -> moving().findAny().isPresent());
    }

    /** The devices that have yet to show up, or to go. */
    Set<Mac> awaited(Collection<Mac> present) {
        return locked(() -> moving().filter(eni -> present.contains(eni.mac()) == (eni.status() == EniStatus.DETACHING))
                .map(Eni::mac)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether a device has shown up, or has gone, since we asked for that, and the cloud may say the same. */
    boolean hasNews(Collection<Mac> present) {
        var awaited = awaited(present);
        return locked(() -> moving().anyMatch(eni -> sent.contains(eni.id()) && !awaited.contains(eni.mac())));
    }

    /** Whether of those that are not in use all are being deleted, and there are such. */
    boolean onlyDeletes() {
        return locked(() -> known.values().stream()
                .map(Eni::status)
                .filter(status -> status != EniStatus.IN_USE)
                .distinct()
                .toList()
                .equals(List.of(EniStatus.DELETING)));
    }

    private static boolean isAttached(Eni eni) {
        return eni.status() == EniStatus.IN_USE || eni.status() == EniStatus.ATTACHING;
    }

    /** Members have no device. */
    private Stream<Eni> moving() {
        return known.values().stream()
                .filter(eni -> !eni.isMember())
                .filter(eni -> eni.status() == EniStatus.ATTACHING || eni.status() == EniStatus.DETACHING);
    }

    private void change(Supplier<?> change) {
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
