package io.github.terway4j.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of values that are made of others. Every bad part is told, not only the first. */
final class Composites {
    private Composites() {}

    static <T> Shape<List<T>> list(Shape<T> element) {
        return parted("a list, each of it " + element.words(), (value, parts) -> {
            if (!(value instanceof List<?> values)) {
                return Optional.empty();
            }
            var list = new ArrayList<T>();
            for (int i = 0; i < values.size(); i++) {
                element.read("[%d]".formatted(i), values.get(i), parts).ifPresent(list::add);
            }
            return Optional.of(list);
        });
    }

    static <T> Shape<Map<String, T>> map(String key, Shape<T> element) {
        return map(key, element, false);
    }

    /** The same, where one of them may have a blank name. */
    static <T> Shape<Map<String, T>> anyMap(String key, Shape<T> element) {
        return map(key, element, true);
    }

    private static <T> Shape<Map<String, T>> map(String key, Shape<T> element, boolean blank) {
        return parted("an object, for each %s %s".formatted(key, element.words()), (value, parts) -> {
            if (!(value instanceof Map<?, ?> values)) {
                return Optional.empty();
            }
            var map = new LinkedHashMap<String, T>();
            values.forEach((name, each) -> {
                if (name.toString().isBlank() && !blank) {
                    parts.add(" has a %s without a name".formatted(key));
                }
                element.read("." + name, each, parts).ifPresent(read -> map.put(name.toString(), read));
            });
            return Optional.of(map);
        });
    }

    /** An object with fields of its own; one that nobody asks for is refused. */
    static <T> Shape<T> record(String words, Function<KeyReader, T> read) {
        return parted(words, (value, parts) -> {
            if (!(value instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            var fields = KeyReader.ofAny(map);
            var result = read.apply(fields);
            fields.unknown().forEach(name -> fields.refuse(name + " is not known"));
            fields.problems().forEach(problem -> parts.add("." + problem));
            return Optional.of(result);
        });
    }

    private static <T> Shape<T> parted(String words, Shape.Parser<T> parser) {
        return new Shape<>(words, false, false, parser);
    }
}
