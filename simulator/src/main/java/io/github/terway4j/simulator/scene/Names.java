package io.github.terway4j.simulator.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** The names that are given in a file, each once, and where. */
final class Names {
    private record Given(String section, Node where) {}

    private final Map<String, Given> given = new TreeMap<>();
    private final Problems problems;

    Names(Problems problems) {
        this.problems = problems;
    }

    /** The name of a part. It counts as given even where the rest of the part is wrong: whoever refers to it is right. */
    Optional<String> of(String section, Fields fields) {
        var name = fields.need("name", Shapes.name());
        name.ifPresent(text -> give(section, text, fields.place("name")));
        return name;
    }

    void give(String section, String name, Node where) {
        if (given.putIfAbsent(name, new Given(section, where)) != null) {
            problems.add(where, "the name %s is given a second time".formatted(name));
        }
    }

    /** A name that was given in this section. */
    Shape<String> known(String section) {
        return Shapes.choice("the name of one of the " + section, in(section));
    }

    /** Where the part of that name is written. */
    Node place(String name) {
        return Objects.requireNonNull(given.get(name), name).where();
    }

    private List<String> in(String section) {
        var names = new ArrayList<String>();
        given.forEach((name, where) -> {
            if (where.section().equals(section)) {
                names.add(name);
            }
        });
        return names;
    }
}
