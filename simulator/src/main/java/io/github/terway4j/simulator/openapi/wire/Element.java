package io.github.terway4j.simulator.openapi.wire;

import java.util.List;

/** One piece of an answer, before it is known in which format it will be written. */
public sealed interface Element permits Element.Text, Element.Whole, Element.Truth, Element.Items, Fields {
    record Text(String value) implements Element {}

    record Whole(long value) implements Element {}

    record Truth(boolean value) implements Element {}

    /**
     * A list, written as {@code "Things": {"Thing": […]}}.
     *
     * @param each the inner name; where it is empty the list is written bare, {@code "Things": […]}
     */
    record Items(String each, List<? extends Element> elements) implements Element {
        public Items {
            elements = List.copyOf(elements);
        }
    }
}
