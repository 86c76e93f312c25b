package io.github.terway4j.simulator.openapi.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Named pieces of an answer, in the order in which they were put. */
public final class Fields implements Element {
    private final Map<String, Element> elements = new LinkedHashMap<>();

    public Fields put(String name, String text) {
        return put(name, new Text(text));
    }

    public Fields put(String name, long number) {
        return put(name, new Whole(number));
    }

    public Fields put(String name, boolean truth) {
        return put(name, new Truth(truth));
    }

    public Fields put(String name, Element element) {
        elements.put(name, element);
        return this;
    }

    public Fields putAll(Fields more) {
        elements.putAll(more.elements);
        return this;
    }

    /** A list of texts: {@code "name": {"each": ["…"]}}. */
    public Fields texts(String name, String each, Collection<?> values) {
        return put(
                name,
                new Items(
                        each,
                        values.stream().map(value -> new Text(value.toString())).toList()));
    }

    /** A list of things: {@code "name": {"each": [{…}]}}. */
    public <T> Fields list(String name, String each, Collection<T> things, Function<T, Fields> fields) {
        List<Fields> written = things.stream().map(fields).toList();
        return put(name, new Items(each, written));
    }

    public Map<String, Element> elements() {
        return Collections.unmodifiableMap(elements);
    }
}
