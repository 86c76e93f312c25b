package io.github.terway4j.simulator.openapi.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameters of a call, by name. Lists are spelt {@code Name.1, Name.2}, lists of things {@code Tag.1.Key,
 * Tag.1.Value}; an empty value counts as none.
 *
 * <p>Reading refuses what is missing or malformed, by a {@link Rejection}.
 */
public record Parameters(NavigableMap<String, String> values) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    public Parameters {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    public static Parameters of(Map<String, String> values) {
        return new Parameters(new TreeMap<>(values));
    }

    /** Of several texts {@code name=value&name=value}; of one name twice the last counts. */
    static Parameters parse(String... encoded) {
        var values = new TreeMap<String, String>();
        for (var text : encoded) {
            for (var pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    values.put(
                            PercentCode.decode(equals < 0 ? pair : pair.substring(0, equals)),
                            equals < 0 ? "" : PercentCode.decode(pair.substring(equals + 1)));
                }
            }
        }
        return new Parameters(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> Rejection.missing(name));
    }

    /** Whether a filter by this name lets a thing through: it is not given, or has the thing's own value. */
    public boolean admits(String name, String value) {
        return text(name).map(value::equals).orElse(true);
    }

    /** A text that the reader may refuse as an argument. */
    public <T> Optional<T> read(String name, Function<String, T> reader) {
        return text(name).map(text -> read(name, text, reader));
    }

    public <T> T required(String name, Function<String, T> reader) {
        return read(name, required(name), reader);
    }

    public <T> List<T> list(String name, Function<String, T> reader) {
        return list(name).stream().map(text -> read(name, text, reader)).toList();
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException refused) {
            throw Rejection.invalid(name, refused);
        }
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw Rejection.invalid(name, text + " is not a whole number");
            }
            return Integer.parseInt(text);
        });
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw Rejection.invalid(name, text + " is neither true nor false");
        });
    }

    /** {@code name.1, name.2, …} in the order of their numbers, gaps allowed. */
    public List<String> list(String name) {
        return List.copyOf(numbered(name).values());
    }

    /** The things {@code name.1.…, name.2.…}, each with its own parameters. */
    public List<Parameters> things(String name) {
        var byNumber = new TreeMap<Integer, TreeMap<String, String>>();
        under(name).forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot > 0) {
                byNumber.computeIfAbsent(number(name, key.substring(0, dot)), _ -> new TreeMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        var things = new ArrayList<Parameters>();
        byNumber.values().forEach(values -> things.add(new Parameters(values)));
        return List.copyOf(things);
    }

    private TreeMap<Integer, String> numbered(String name) {
        var numbered = new TreeMap<Integer, String>();
        under(name).forEach((key, value) -> {
            if (key.indexOf('.') < 0 && !value.isEmpty()) {
                numbered.put(number(name, key), value);
            }
        });
        return numbered;
    }

    /** What follows {@code name.} in the names that begin so. */
    private Map<String, String> under(String name) {
        var prefix = name + ".";
        var found = new TreeMap<String, String>();
        // '/' comes right after '.'.
        values.subMap(prefix, name + "/").forEach((key, value) -> found.put(key.substring(prefix.length()), value));
        return found;
    }

    private static int number(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw Rejection.invalid(name, "%s.%s is not of a list".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
