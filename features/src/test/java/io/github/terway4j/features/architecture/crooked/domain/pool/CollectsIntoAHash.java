package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same, by way of a stream. */
final class CollectsIntoAHash {
    private CollectsIntoAHash() {}

    static Map<Integer, List<String>> decides(List<String> candidates) {
        return candidates.stream().collect(Collectors.groupingBy(String::length));
    }
}
