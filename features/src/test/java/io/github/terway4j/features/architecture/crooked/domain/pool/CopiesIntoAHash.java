package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.util.Map;
import java.util.SortedMap;

/** Had an order, and copied it away. */
final class CopiesIntoAHash {
    private CopiesIntoAHash() {}

    static Map<String, String> decides(SortedMap<String, String> candidates) {
        return Map.copyOf(candidates);
    }
}
