package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What stands in a record, by its names. Whoever asks for what is missing, or is of another kind, gets an {@code
 * IllegalArgumentException} with the name in it.
 */
record Fields(Map<?, ?> byName) {
    /** A record's text of this version, taken apart; what cannot be is refused in words. */
    static <V> RecordText.Reading<V> read(String text, long version, Function<Fields, V> how) {
        try {
            var fields = new Fields(Json.readObject(text));
            fields.mustBeOf(version);
            return new RecordText.Reading.Read<>(how.apply(fields));
        } catch (JsonException | IllegalArgumentException | DateTimeException refused) {
            return new RecordText.Reading.Refused<>(String.valueOf(refused.getMessage()));
        }
    }

    void mustBeOf(long version) {
        if (!Long.valueOf(version).equals(byName.get("v"))) {
            throw new IllegalArgumentException("it is of version %s, and only version %d is known"
                    .formatted(String.valueOf(byName.get("v")), version));
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    String text(String name) {
        if (byName.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"%s\" is not a text".formatted(name));
    }

    int number(String name) {
        if (byName.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("\"%s\" is not a number".formatted(name));
    }

    long large(String name) {
        if (byName.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("\"%s\" is not a number".formatted(name));
    }

    Fields object(String name) {
        if (byName.get(name) instanceof Map<?, ?> map) {
            return new Fields(map);
        }
        throw new IllegalArgumentException("\"%s\" is not an object".formatted(name));
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(byName.get(name));
    }

    List<?> list(String name) {
        if (byName.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("\"%s\" is not a list".formatted(name));
    }

    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (var value : list(name)) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("\"%s\" has what is no object".formatted(name));
            }
            objects.add(new Fields(map));
        }
        return objects;
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    List<Ip> ips(String name) {
        return texts(name).stream().map(Ip::parse).toList();
    }

    DualStack<Ip> addresses() {
        return DualStack.ofIps(ips("ips"));
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    Map<String, String> textsByName(String name) {
        if (byName.get(name) instanceof Map<?, ?> map) {
            var texts = new TreeMap<String, String>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
            return texts;
        }
        throw new IllegalArgumentException("\"%s\" is not an object".formatted(name));
    }
}
