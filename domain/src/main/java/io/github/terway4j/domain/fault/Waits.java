package io.github.terway4j.domain.fault;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How patiently each thing is waited for. */
public record Waits(Map<Wait, Patience> others) {
    public static final Waits USUAL = new Waits(Map.of());

    /** @param others what the operator wants otherwise */
    public Waits {
        var sorted = new EnumMap<Wait, Patience>(Wait.class);
        sorted.putAll(others);
        others = Collections.unmodifiableMap(sorted);
    }

    public Patience of(Wait wait) {
        return others.getOrDefault(wait, wait.usual());
    }
}
