package io.github.terway4j.app.config;

import io.github.terway4j.adapters.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the value of a key may look like.
 *
 * @param words complete "must be …"
 * @param text whether it is written as a text; then an empty one says nothing, as in Go
 * @param hidden whether it must never be shown
 */
record Shape<T>(String words, boolean text, boolean hidden, Parser<T> parser) {
    private static final int MOST_SHOWN = 120;

    /** Reads what a value says. */
    @FunctionalInterface
    interface Parser<T> {
        /**
         * Nothing, if the value is of another kind.
         *
         * @param parts takes what is wrong with the value's parts, each beginning with the way to it: {@code [0] is …}
         * @throws IllegalArgumentException saying what else is wrong with it
         */
        Optional<T> parse(Object value, List<String> parts);
    }

    /** A shape without parts. */
    static <T> Shape<T> of(String words, Function<Object, Optional<T>> parse) {
        return new Shape<>(words, false, false, (value, parts) -> parse.apply(value));
    }

    Shape<T> worded(String otherWords) {
        return new Shape<>(otherWords, text, hidden, parser);
    }

    /** What the value says; nothing if it is refused, and then {@code problems} says why, beginning with the name. */
    Optional<T> read(String name, Object value, Collection<String> problems) {
        var parts = new ArrayList<String>();
        try {
            var read = parser.parse(value, parts);
            if (parts.isEmpty() && read.isEmpty()) {
                parts.add(refusal(value));
            }
            parts.forEach(problem -> problems.add(name + problem));
            return parts.isEmpty() ? read : Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.add(name + refusal(value) + (hidden ? "" : ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    private String refusal(Object value) {
        return " is %s and must be %s".formatted(hidden ? "(not shown)" : shown(value), words);
    }

    private static String shown(Object value) {
        var text = Json.write(value);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
