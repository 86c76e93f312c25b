package io.github.terway4j.simulator.quirk;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which calls are meant.
 *
 * @param actions by the API's own names, such as {@code AttachNetworkInterface}; none means every call
 */
public record Calls(SortedSet<String> actions) {
    public static final Calls ALL = new Calls(new TreeSet<>());

    public Calls {
        actions = Collections.unmodifiableSortedSet(new TreeSet<>(actions));
    }

    public static Calls to(String... actions) {
        return new Calls(new TreeSet<>(List.of(actions)));
    }

    public boolean mean(String action) {
        return actions.isEmpty() || actions.contains(action);
    }
}
