package io.github.terway4j.features.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The chart below {@code deploy/helm}, rendered where there is no Helm. Of Helm's language it knows what our templates use, and
 * refuses the rest: values, {@code quote}, {@code indent}, and {@code if} about a value.
 */
final class Chart {
    private static final Path FOLDER = Path.of("..", "deploy", "helm");
    private static final Pattern CONDITION = Pattern.compile("\\{\\{- if \\.Values\\.(\\w+) }}");
    private static final Pattern END = Pattern.compile("\\{\\{- end }}");
    private static final Pattern VALUE =
            Pattern.compile("\\{\\{ \\.(Values\\.(\\w+)|Release\\.Namespace)( \\| quote| \\| indent (\\d+))? }}");

    private Chart() {}

    /** With these values in the place of the chart's own. */
    static List<Map<?, ?>> rendered(Map<String, String> others) throws IOException {
        var values = new LinkedHashMap<String, Object>();
        documents(Files.readString(FOLDER.resolve("values.yaml")))
                .getFirst()
                .forEach((key, value) -> values.put(String.valueOf(key), value));
        values.putAll(others);
        var all = new ArrayList<Map<?, ?>>();
        try (var templates = Files.list(FOLDER.resolve("templates"))) {
            for (var template : templates.sorted().toList()) {
                all.addAll(documents(text(Files.readAllLines(template), values)));
            }
        }
        return all;
    }

    /** What a file of documents says. */
    static List<Map<?, ?>> documents(String text) {
        var load = new Load(LoadSettings.builder().build());
        return StreamSupport.stream(load.loadAllFromString(text).spliterator(), false)
                .<Map<?, ?>>map(document -> (Map<?, ?>) document)
                .toList();
    }

    static String text(List<String> template, Map<String, Object> values) {
        var lines = new ArrayList<String>();
        var shown = true;
        for (var line : template) {
            var condition = CONDITION.matcher(line);
            if (condition.matches()) {
                shown = !String.valueOf(values.get(condition.group(1))).isEmpty();
            } else if (END.matcher(line).matches()) {
                shown = true;
            } else if (shown) {
                lines.add(filled(line, values));
            }
        }
        return String.join("\n", lines);
    }

    private static String filled(String line, Map<String, Object> values) {
        var filled = VALUE.matcher(line).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
        if (filled.contains("{{")) {
            throw new IllegalArgumentException("not of the language that is spoken here: " + line);
        }
        return filled;
    }

    private static String value(MatchResult found, Map<String, Object> values) {
        var name = found.group(2);
        if (name == null) {
            return "kube-system";
        }
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("there is no value " + name);
        }
        var text = String.valueOf(values.get(name));
        var how = found.group(3);
        if (how == null) {
            return text;
        }
        return how.equals(" | quote")
                ? "\"" + text + "\""
                : text.indent(Integer.parseInt(found.group(4))).stripTrailing();
    }
}
