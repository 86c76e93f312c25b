package io.github.terway4j.domain.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A breaker for each of several things; those that never refused are closed. A value: what happens makes another one.
 *
 * @param rest after each refusal in a row
 * @param open the breakers that are not closed
 */
public record Breakers<K extends Comparable<K>>(Backoff rest, SortedMap<K, Breaker.Open> open) {
    public Breakers {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    public static <K extends Comparable<K>> Breakers<K> closed(Backoff rest) {
        return new Breakers<>(rest, new TreeMap<K, Breaker.Open>());
    }

    public Passage passage(K thing, Instant now) {
        // Mostly none is open, and one asks often.
        return open.isEmpty() ? Passage.FREE : of(thing).passage(now);
    }

    /** Why it is not closed; empty when it is. */
    public Optional<Breaker.Open> opened(K thing) {
        return Optional.ofNullable(open.get(thing));
    }

    public Breakers<K> refused(K thing, Fault why, Instant now) {
        return refused(thing, why, rest::after, now);
    }

    /** The same, with a rest of its own after so many refusals in a row. */
    public Breakers<K> refused(K thing, Fault why, IntFunction<Duration> itsRest, Instant now) {
        return switch (of(thing).refused(why, itsRest, now)) {
            case Breaker.Open refusal -> changed(breakers -> breakers.put(thing, refusal));
            case Breaker.Closed() -> served(thing);
        };
    }

    /** When the next of those that are shut may be asked again; empty when none is shut. */
    public Optional<Instant> nextProbe(Instant now) {
        return open.values().stream()
                .map(Breaker.Open::until)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** It did what it was asked for, or there is reason to think that it would. */
    public Breakers<K> served(K thing) {
        return open.containsKey(thing) ? changed(breakers -> breakers.remove(thing)) : this;
    }

    /** The same of these alone. */
    public Breakers<K> only(Collection<K> things) {
        return things.containsAll(open.keySet())
                ? this
                : changed(breakers -> breakers.keySet().retainAll(things));
    }

    private Breaker of(K thing) {
        return opened(thing).<Breaker>map(refusal -> refusal).orElseGet(Breaker.Closed::new);
    }

    private Breakers<K> changed(Consumer<SortedMap<K, Breaker.Open>> change) {
        var copy = new TreeMap<>(open);
        change.accept(copy);
        return new Breakers<>(rest, copy);
    }
}
