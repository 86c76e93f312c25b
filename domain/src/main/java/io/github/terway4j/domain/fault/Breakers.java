package io.github.terway4j.domain.fault;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

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
        return switch (of(thing).refused(why, rest, now)) {
            case Breaker.Open refusal -> changed(breakers -> breakers.put(thing, refusal));
            case Breaker.Closed() -> served(thing);
        };
    }

    /** It did what it was asked for, or there is reason to think that it would. */
    public Breakers<K> served(K thing) {
        return open.containsKey(thing) ? changed(breakers -> breakers.remove(thing)) : this;
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
