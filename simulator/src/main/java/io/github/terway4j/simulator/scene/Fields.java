package io.github.terway4j.simulator.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Hands out the values of a mapping's keys. What was never asked for is unknown and refused, so the known keys are those
 * that are read, and no list of them can go stale. A refused value reads as if it were not there, so that the reading
 * goes on and finds the rest of what is wrong.
 */
final class Fields {
    private final Node node;
    private final Problems problems;
    private final int problemsBefore;
    private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
        this.problemsBefore = problems.count();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> keep(entry.getKeyNode(), entry.getValueNode()));
        } else {
            problems.add(node, "here must be keys with values, written key: value");
        }
    }

    private void keep(Node key, Node value) {
        if (!(key instanceof ScalarNode name)) {
            problems.add(key, "a key must be a text");
        } else if (keys.putIfAbsent(name.getValue(), name) != null) {
            problems.add(key, name.getValue() + " is written a second time");
        } else if (!value.getTag().equals(Tag.NULL)) {
            values.put(name.getValue(), value);
        }
    }

    /** The value's place or, if there is none, the mapping's. */
    Node place(String key) {
        return values.getOrDefault(key, node);
    }

    <T> Optional<T> find(String key, Shape<T> shape) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).flatMap(value -> read(key, value, shape));
    }

    <T> Optional<T> need(String key, Shape<T> shape) {
        asked.add(key);
        if (!values.containsKey(key) && node instanceof MappingNode) {
            problems.add(node, "%s is missing: it must be %s".formatted(key, shape.words()));
        }
        return find(key, shape);
    }

    /** Each value of a list; an empty list where there is none. */
    <T> List<T> list(String key, Shape<T> shape) {
        var read = new ArrayList<T>();
        each(key, value -> read(key, value, shape).ifPresent(read::add));
        return read;
    }

    /** What each key of a mapping says, whatever the keys are; nothing where there is no mapping. */
    <T> Map<String, T> all(String key, Shape<T> shape) {
        asked.add(key);
        var all = new LinkedHashMap<String, T>();
        if (values.containsKey(key)) {
            var inner = new Fields(values.get(key), problems);
            inner.values.keySet().forEach(name -> inner.find(name, shape).ifPresent(value -> all.put(name, value)));
        }
        return all;
    }

    /** What can be made of each mapping of a list, once nothing is wrong with it. */
    <T> List<T> parts(String key, Function<Fields, Supplier<T>> read) {
        var parts = new ArrayList<T>();
        each(key, value -> new Fields(value, problems).part(read).ifPresent(parts::add));
        return parts;
    }

    /** What can be made of this mapping, if nothing is wrong with it. */
    <T> Optional<T> part(Function<Fields, Supplier<T>> read) {
        var made = read.apply(this);
        refuseUnknown();
        try {
            return problems.count() == problemsBefore ? Optional.of(made.get()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.add(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void each(String key, Consumer<Node> work) {
        asked.add(key);
        switch (values.get(key)) {
            case null -> {}
            case SequenceNode list -> list.getValue().forEach(work);
            case Node other -> problems.add(other, key + " must be a list");
        }
    }

    private <T> Optional<T> read(String key, Node value, Shape<T> shape) {
        if (!(value instanceof ScalarNode scalar)) {
            problems.add(value, "%s must be %s".formatted(key, shape.words()));
            return Optional.empty();
        }
        try {
            return Optional.of(shape.parse().apply(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            problems.add(value, shape.refusal(key, scalar.getValue(), e));
            return Optional.empty();
        }
    }

    /** The other keys are nobody's business: nobody can say which there may be. */
    void ignoreOthers() {
        asked.addAll(keys.keySet());
    }

    void refuseUnknown() {
        keys.forEach((name, where) -> {
            if (!asked.contains(name)) {
                problems.add(where, "%s is not known here: %s".formatted(name, Choices.near(name, asked)));
            }
        });
    }
}
