package io.github.terway4j.app.config;

import io.github.terway4j.adapters.json.JsonNull;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a node's own configuration (the ConfigMap that its label {@code terway-config} names) makes of the cluster's: an
 * object is merged name by name, {@code null} takes a name away, anything else stands for what was there (RFC 7396).
 */
public final class MergePatch {
    private MergePatch() {}

    public static Map<String, Object> apply(Map<String, Object> patch, Map<String, Object> base) {
        return merged(patch, base);
    }

    private static Map<String, Object> merged(Map<?, ?> patch, Map<?, ?> base) {
        var merged = new LinkedHashMap<String, Object>();
        base.forEach((name, value) -> merged.put((String) name, value));
        patch.forEach((key, value) -> {
            var name = (String) key;
            if (value == JsonNull.NULL) {
                merged.remove(name);
            } else if (value instanceof Map<?, ?> part) {
                merged.put(name, merged(part, merged.get(name) instanceof Map<?, ?> old ? old : Map.of()));
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }
}
