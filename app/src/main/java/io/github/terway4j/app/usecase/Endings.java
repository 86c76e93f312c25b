package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.EventReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was begun with ENIs and has not ended yet. The cloud's answers say only that it begins to attach, detach or delete;
 * that it has done so is seen later, and told then. For any thread.
 */
public final class Endings {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<EniId, Way> begun = new TreeMap<>();
    /** Those of them that a look has shown since. */
    private final Set<EniId> shown = new TreeSet<>();

    private final PoolNews news;

    public Endings(PoolNews news) {
        this.news = news;
    }

    /** What was begun. */
    enum Way {
        IN,
        OUT,
        GONE
    }

    void begun(EniId eni, Way way) {
        lock.lock();
        try {
            begun.put(eni, way);
            shown.remove(eni);
        } finally {
            lock.unlock();
        }
    }

    /** @param serving those that pods may be on */
    void saw(List<Eni> enis, Collection<EniId> serving) {
        var endings = new ArrayList<Runnable>();
        lock.lock();
        try {
            begun.entrySet().removeIf(entry -> {
                var eni = enis.stream()
                        .filter(one -> one.id().equals(entry.getKey()))
                        .findFirst();
                var ending = ending(entry.getKey(), entry.getValue(), eni, serving);
                ending.ifPresent(endings::add);
                // One that a look has shown, and this one does not, is not coming back.
                var vanished = eni.isEmpty() && shown.contains(entry.getKey());
                eni.map(Eni::id).ifPresent(shown::add);
                return ending.isPresent() || vanished;
            });
            shown.retainAll(begun.keySet());
        } finally {
            lock.unlock();
        }
        endings.forEach(Runnable::run);
    }

    private Optional<Runnable> ending(EniId id, Way way, Optional<Eni> eni, Collection<EniId> serving) {
        return switch (way) {
            case IN ->
                eni.filter(_ -> serving.contains(id))
                        .map(here -> told(
                                EventReason.ATTACH_ENI_SUCCEED,
                                "%s is now ready with %d IPv4, %d IPv6, %d prefixes"
                                        .formatted(
                                                id,
                                                here.count(IpFamily.V4),
                                                here.count(IpFamily.V6),
                                                here.prefixes().size())));
            case OUT ->
                eni.filter(here -> here.status() == EniStatus.AVAILABLE)
                        .map(_ -> told(EventReason.DETACH_ENI_SUCCEED, id + " is detached"));
            case GONE ->
                eni.isEmpty()
                        ? Optional.of(told(EventReason.DELETE_ENI_SUCCEED, id + " is deleted"))
                        : Optional.empty();
        };
    }

    private Runnable told(EventReason reason, String words) {
        return () -> news.told(reason, words);
    }
}
