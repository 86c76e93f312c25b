package io.github.terway4j.domain.eni;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is written on a thing of the cloud, one value a key, sorted by key. A value may be empty. */
public record Tags(Map<String, String> byKey) {
    public static final Tags NONE = new Tags(Map.of());

    public Tags {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    public static Tags of(String key, String value) {
        return new Tags(Map.of(key, value));
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public boolean has(String key, String value) {
        return value.equals(byKey.get(key));
    }

    /** Whether each of the others is here with the same value. */
    public boolean hasAll(Tags others) {
        return byKey.entrySet().containsAll(others.byKey.entrySet());
    }

    /** These and the others; of two values of one key the other's. */
    public Tags and(Tags others) {
        var all = new TreeMap<>(byKey);
        all.putAll(others.byKey);
        return new Tags(all);
    }

    @Override
    public String toString() {
        return byKey.toString();
    }
}
