package io.github.terway4j.simulator.metadata;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON of texts alone, which is all that metadata has. */
final class FlatJson {
    private FlatJson() {}

    /** Over several lines, as the real service writes it. */
    static String write(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "  %s : %s".formatted(quoted(field.getKey()), quoted(field.getValue())))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    static String write(List<String> texts) {
        return texts.stream().map(FlatJson::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("metadata has no place for \"%s\"".formatted(text));
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
