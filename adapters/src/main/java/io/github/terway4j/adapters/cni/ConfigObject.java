package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.net.Mtu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of the network configuration, which knows where it stands, so that a refusal can name the key as a person
 * would write it. A key that is {@code null} counts as left out.
 *
 * @param place empty at the top, else the keys that lead here
 */
record ConfigObject(String place, Map<String, Object> fields) {
    Optional<String> text(String name) {
        return field(name).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw refused(name, "it takes a text");
        });
    }

    /** 0 where it is left out. */
    long number(String name) {
        return field(name)
                .map(value -> {
                    if (value instanceof Long number) {
                        return number;
                    }
                    throw refused(name, "it takes a whole number up to " + Long.MAX_VALUE);
                })
                .orElse(0L);
    }

    /** Its {@code mtu}, in bytes; empty where it is left out or 0. */
    Optional<Mtu> mtu() {
        long bytes = number("mtu");
        try {
            return bytes == 0 ? Optional.empty() : Optional.of(new Mtu(Math.toIntExact(bytes)));
        } catch (IllegalArgumentException | ArithmeticException outside) {
            throw refused("mtu", "an MTU is 68 to 65535 bytes");
        }
    }

    /** False where it is left out. */
    boolean isTrue(String name) {
        return field(name)
                .map(value -> {
                    if (value instanceof Boolean truth) {
                        return truth;
                    }
                    throw refused(name, "it takes true or false");
                })
                .orElse(false);
    }

    /** An empty one where it is left out. */
    ConfigObject object(String name) {
        return field(name)
                .map(value -> object(path(name), value))
                .orElseGet(() -> new ConfigObject(path(name), Map.of()));
    }

    /** Empty where it is left out. */
    List<Object> list(String name) {
        return field(name)
                .map(value -> {
                    if (value instanceof List<?> list) {
                        return List.<Object>copyOf(list);
                    }
                    throw refused(name, "it takes a list");
                })
                .orElse(List.of());
    }

    /** A list that must not be left out, of objects. */
    List<ConfigObject> objects(String name) {
        if (field(name).isEmpty()) {
            throw refused("\"%s\" is missing".formatted(path(name)));
        }
        var objects = new ArrayList<ConfigObject>();
        for (var value : list(name)) {
            objects.add(object("%s[%d]".formatted(path(name), objects.size()), value));
        }
        return objects;
    }

    Refused refused(String name, String allowed) {
        var value = excerpt(field(name).orElse(Json.NULL));
        return new Refused(CniError.invalidConfig("\"%s\" is %s: %s".formatted(path(name), value, allowed)));
    }

    Refused refused(String details) {
        return new Refused(CniError.invalidConfig(place.isEmpty() ? details : place + ": " + details));
    }

    Optional<Object> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> value != Json.NULL);
    }

    private String path(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static ConfigObject object(String place, Object value) {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // what Json reads has no other keys
            var fields = (Map<String, Object>) map;
            return new ConfigObject(place, fields);
        }
        throw new Refused(CniError.invalidConfig("\"%s\" is %s: it takes an object".formatted(place, excerpt(value))));
    }

    private static String excerpt(Object value) {
        var text = Json.write(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
