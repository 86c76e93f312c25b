package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.pool.Journeys;
import io.github.terway4j.domain.pool.Shortfall;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.EventReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What people are told of the pool: the same once, and again only after it was otherwise. For any thread. */
public final class PoolNews {
    private final ReentrantLock lock = new ReentrantLock();
    private final Chronicle chronicle;
    private final Map<String, Failing> failing = new TreeMap<>();
    private final TreeSet<String> stuck = new TreeSet<>();
    private Optional<String> shortfall = Optional.empty();

    public PoolNews(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void created(Eni eni) {
        var content = Stream.<Object>concat(eni.addresses().stream(), eni.prefixes().stream())
                .toList();
        chronicle.node(EventReason.CREATE_ENI_SUCCEED, "%s in %s with %s".formatted(eni.id(), eni.vSwitch(), content));
    }

    void told(EventReason reason, String words) {
        chronicle.node(reason, words);
    }

    void failed(CloudAnswers.Asked asked, CloudOutcome<?> outcome) {
        // Its words name the request, so that no two are the same.
        var now = new Failing(outcome.getClass().getSimpleName(), asked.enis());
        if (locked(() -> !now.equals(failing.put(asked.subject(), now)))) {
            chronicle.node(asked.failure(), outcome.words());
        }
    }

    void worked(CloudAnswers.Asked asked) {
        locked(() -> Optional.ofNullable(failing.remove(asked.subject())));
    }

    /** What failed with an ENI that is gone cannot fail again. */
    void thereAre(List<EniId> enis) {
        locked(() -> failing.values().removeIf(one -> !enis.containsAll(one.enis())));
    }

    private record Failing(String kind, List<EniId> enis) {}

    /** @param words why addresses are missing */
    void shortOf(Optional<Shortfall> found, Supplier<String> words) {
        var news = locked(() -> {
            // By its reason: on a full node each pod that comes or goes changes the number.
            var reason = found.map(Shortfall::reason);
            var other = reason.isPresent() && !reason.equals(shortfall);
            shortfall = reason;
            return other;
        });
        if (news) {
            chronicle.node(EventReason.ALLOC_IP_FAILED, words.get());
        }
    }

    /** ENIs that should long have come or gone. */
    void stuck(List<Journeys.Leg> legs) {
        var words = legs.stream().map(Journeys.Leg::words).toList();
        var news = locked(() -> {
            stuck.retainAll(words);
            return words.stream().filter(stuck::add).toList();
        });
        news.forEach(one -> chronicle.node(EventReason.RESOURCE_INVALID, one));
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
