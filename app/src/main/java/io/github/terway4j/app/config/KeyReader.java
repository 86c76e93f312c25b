package io.github.terway4j.app.config;

import io.github.terway4j.adapters.json.JsonNull;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Hands out the values of an object's keys, and remembers which were asked for and what was wrong with them. What was
 * never asked for is unknown: so the known keys are those that are read, and no list of them can go stale.
 *
 * <p>A key without a value, with {@code null} or, where a text is due, an empty one is not set. A refused value reads as
 * if it were not set, so that the reading goes on and finds the rest of what is wrong.
 */
final class KeyReader {
    private final Map<String, Object> plain;
    private final Map<String, Shape<?>> asked = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    KeyReader(Map<String, Object> plain) {
        this.plain = plain;
    }

    static KeyReader ofAny(Map<?, ?> map) {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> plain.put((String) key, value));
        return new KeyReader(plain);
    }

    <T> T read(String key, Shape<T> shape, T otherwise) {
        return find(key, shape).orElse(otherwise);
    }

    <T> Optional<T> find(String key, Shape<T> shape) {
        asked.put(key, shape);
        var value = plain.getOrDefault(key, JsonNull.NULL);
        if (value == JsonNull.NULL || (shape.text() && "".equals(value))) {
            return Optional.empty();
        }
        var read = shape.read(key, value, problems);
        if (read.isEmpty()) {
            refused.add(key);
        }
        return read;
    }

    /** The value of a key that cannot be done without; {@code meanwhile} keeps the reading going. */
    <T> T need(String key, Shape<T> shape, T meanwhile) {
        if (!plain.containsKey(key)) {
            refuse(key + " is missing");
        }
        return read(key, shape, meanwhile);
    }

    /** What values make together; each may be right and their company wrong. */
    <T> T together(Supplier<T> make, T otherwise, String... keys) {
        if (!Collections.disjoint(refused, Arrays.asList(keys))) {
            return otherwise;
        }
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            var values = Arrays.stream(keys)
                    .map(key -> has(key) ? key + " is " + plain.get(key) : key + " is not set")
                    .collect(Collectors.joining(" and "));
            refuse(values + ": " + e.getMessage());
            return otherwise;
        }
    }

    /** Whether any of these keys is set, rightly or wrongly. */
    boolean has(String... keys) {
        return Arrays.stream(keys)
                .map(key -> plain.getOrDefault(key, JsonNull.NULL))
                .anyMatch(value -> value != JsonNull.NULL && !"".equals(value));
    }

    void refuse(String problem) {
        problems.add(problem);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** Every key that was asked for, with its shape, in the order of asking. */
    Map<String, Shape<?>> asked() {
        return asked;
    }

    /** Keys that are there and were never asked for. */
    List<String> unknown() {
        return plain.keySet().stream().filter(key -> !asked.containsKey(key)).toList();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<String> warnings() {
        return warnings;
    }
}
