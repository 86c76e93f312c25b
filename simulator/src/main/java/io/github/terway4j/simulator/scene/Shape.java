package io.github.terway4j.simulator.scene;

import java.util.function.Function;

/**
 * What a value may say.
 *
 * @param words complete "must be …"
 * @param parse throws an IllegalArgumentException whose message may say more
 */
record Shape<T>(String words, Function<String, T> parse) {
    String refusal(String key, String value, IllegalArgumentException why) {
        var more = why.getMessage() == null || why.getMessage().isEmpty() ? "" : ": " + why.getMessage();
        return "%s is %s and must be %s%s".formatted(key, value.isEmpty() ? "empty" : value, words, more);
    }
}
