package io.github.terway4j.app.usecase;

import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.EniStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ENIs that the cloud has just made for us. A description may lag some seconds behind and not show them: whoever believed
 * it would have others made for the same need, and more of them than the operator wants. For any thread.
 */
final class Arrivals {
    /** Chosen: nobody has seen a description lag so far behind; one that somebody else deleted is believed in for as long. */
    static final Duration DOUBT = Duration.ofSeconds(20);

    private final Map<EniId, Arrival> arrivals = new TreeMap<>();

    /**
     * One of them.
     *
     * @param eni as we know it last
     * @param until from then on a look that does not show it is believed
     */
    private record Arrival(Eni eni, Instant until) {
        Arrival with(Eni other) {
            return new Arrival(other, until);
        }
    }

    synchronized void made(Eni eni, Instant now) {
        arrivals.put(eni.id(), new Arrival(eni, now.plus(DOUBT)));
    }

    /** The cloud has begun to attach it. */
    synchronized void attached(EniId id) {
        arrivals.computeIfPresent(id, (_, arrival) -> arrival.with(arrival.eni().with(EniStatus.ATTACHING)));
    }

    /** It was, or will be, deleted. */
    synchronized void gone(EniId id) {
        arrivals.remove(id);
    }

    /** What a look has shown, and those that it should have. */
    synchronized List<Eni> beside(List<Eni> shown, Instant now) {
        arrivals.values().removeIf(arrival -> !now.isBefore(arrival.until()));
        shown.forEach(eni -> arrivals.computeIfPresent(eni.id(), (_, arrival) -> arrival.with(eni)));
        var all = new ArrayList<>(shown);
        arrivals.values().stream()
                .map(Arrival::eni)
                .filter(eni -> shown.stream().map(Eni::id).noneMatch(eni.id()::equals))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
