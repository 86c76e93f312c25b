package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.util.Collection;
import java.util.HashSet;

/** Decides by the first of a hash set, which is another in each run. */
final class WalksAlongAHash {
    private WalksAlongAHash() {}

    static String decides(Collection<String> candidates) {
        return new HashSet<>(candidates).iterator().next();
    }
}
