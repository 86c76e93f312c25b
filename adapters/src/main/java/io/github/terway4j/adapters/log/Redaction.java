package io.github.terway4j.adapters.log;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides what looks like a secret. Whoever has secrets does not tell them; this is for what libraries say of their own, and for
 * the day on which somebody forgets.
 */
final class Redaction {
    private static final String HIDDEN = "(hidden)";
    private static final String KEYS =
            "access[-_]?key[-_]?id|access[-_]?key[-_]?secret|security[-_]?token|signature|client-key-data|password|access_key|access_secret";

    private record Shape(Pattern pattern, String shown) {}

    private static final List<Shape> SHAPES = List.of(
            // As a parameter, perhaps encoded once or twice; as a key of JSON or YAML; as a header.
            new Shape(
                    Pattern.compile("(?i)((?:" + KEYS
                            + ")\\\\?[\"']?\\s*(?:=|:|%3D|%253D)\\s*\\\\?[\"']?)[^\\s\"'&,;%})\\]\\\\]+"
                            + "(?:%(?!26|2526)[0-9a-fA-F]{2}[^\\s\"'&,;%})\\]\\\\]*)*"),
                    "$1" + HIDDEN),
            new Shape(Pattern.compile("(?i)(\\b(?:bearer|acs)\\s+)[\\w.~+/=:-]{8,}"), "$1" + HIDDEN),
            // A service account's token, wherever it stands.
            new Shape(Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"), HIDDEN));

    private Redaction() {}

    static String of(String text) {
        var shown = text;
        for (var shape : SHAPES) {
            shown = shape.pattern().matcher(shown).replaceAll(shape.shown());
        }
        return shown;
    }
}
