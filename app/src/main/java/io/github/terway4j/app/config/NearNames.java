package io.github.terway4j.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who wrote a name that is not known. */
public final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** Those that differ in fewest letters, the nearest first. */
    public static List<String> of(String name, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String one) -> UnknownKeys.distance(name, one))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }
}
