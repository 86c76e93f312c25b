package io.github.terway4j.features.architecture.crooked.domain.pool;

import io.github.terway4j.features.architecture.crooked.domain.lease.Deed;
import java.util.Map;

/** Nothing wrong with it. */
public record Plan(Deed deed, Map<String, String> none) {
    public static Plan empty() {
        return new Plan(new Deed(), Map.of());
    }
}
