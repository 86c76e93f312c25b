package io.github.terway4j.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Keys that nobody has heard of: most often a known one, mistyped. */
final class UnknownKeys {
    /** How many letters may be wrong, missing or too many. */
    private static final int CLOSE = 2;

    private UnknownKeys() {}

    static void warn(KeyReader keys) {
        for (var key : keys.unknown()) {
            if (!FormerKeys.LAST_KNOWN.containsKey(key)) {
                var hint = nearest(key, keys.asked().keySet()).map("; did you mean %s?"::formatted);
                keys.warn("%s is not known and has no effect%s".formatted(key, hint.orElse("")));
            }
        }
    }

    /** The first of those that differ in fewest letters, if any is close; case and separators do not count. */
    static Optional<String> nearest(String key, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(letters(key), letters(name)) <= CLOSE)
                .min(Comparator.comparingInt(name -> distance(letters(key), letters(name))));
    }

    private static String letters(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** How many letters must be changed, put in or taken out (Levenshtein), row by row. */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
