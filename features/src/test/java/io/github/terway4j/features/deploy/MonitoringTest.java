package io.github.terway4j.features.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.metrics.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of an agent, and what people are woken by, is what it counts; and the manual explains it. */
final class MonitoringTest {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Path MANUAL = Path.of("..", "docs", "metrics.md");
    private static final Path RULES = DEPLOY.resolve("prometheus/terway-rules.yml");
    private static final Path DASHBOARD = DEPLOY.resolve("grafana/terway.json");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| ([^|]+) \\| ([^|]+) \\|.*");
    private static final Pattern ALERT = Pattern.compile("\\| `(Terway\\w+)` \\| .*");

    @Test
    void every_alert_asks_for_what_is_counted() throws IOException {
        assertTrue(rules().size() > 10);
        for (var rule : rules()) {
            holds(String.valueOf(rule.get("alert")), String.valueOf(rule.get("expr")));
        }
    }

    @Test
    void every_panel_shows_what_is_counted() throws IOException {
        assertTrue(expressions().size() > 20);
        for (var expression : expressions()) {
            holds(DASHBOARD.toString(), expression);
        }
    }

    @Test
    void what_is_counted_is_shown() throws IOException {
        var shown = EnumSet.noneOf(Metric.class);
        for (var expression : expressions()) {
            shown.addAll(new PromQl(expression).metrics());
        }
        assertEquals(EnumSet.allOf(Metric.class), shown);
    }

    @Test
    void a_metric_a_label_and_a_group_that_there_are_not_are_found() {
        assertEquals(
                List.of("terway4j_attached_total"),
                new PromQl("sum by (instance) (rate(terway4j_attached_total{outcome=\"done\"}[5m])) > 2")
                        .unknownSeries());
        assertEquals(
                List.of("terway4j_attach_seconds"),
                new PromQl("rate(terway4j_attach_seconds[5m]) / up{job=\"terway\"}").unknownSeries());
        assertEquals(
                List.of("terway4j_ready{outcome}", "pod"),
                new PromQl("sum by (pod, instance) (terway4j_ready{outcome=\"done\", instance=~\"a\"})")
                        .unknownLabels());
    }

    @Test
    void promtool_takes_the_rules() throws Exception {
        assumeTrue(Programs.isInstalled("promtool"), "there is no program 'promtool' here");
        var run = Programs.run("prometheus", List.of("promtool", "check", "rules", "terway-rules.yml"), Map.of());
        assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
    }

    @Test
    void promtool_takes_what_the_dashboard_asks_for(@TempDir Path folder) throws Exception {
        assumeTrue(Programs.isInstalled("promtool"), "there is no program 'promtool' here");
        var rules = new ArrayList<Map<String, Object>>();
        for (var expression : expressions()) {
            var filled = expression.replace("$__rate_interval", "5m").replace("$instance", ".*");
            rules.add(Map.of("record", "panel:" + rules.size(), "expr", filled));
        }
        // What is JSON is YAML.
        var file = folder.resolve("dashboard.yml").toAbsolutePath();
        var group = Map.of("name", "dashboard", "rules", rules);
        Files.writeString(file, Json.write(Map.of("groups", List.of(group))));
        var run = Programs.run("prometheus", List.of("promtool", "check", "rules", file.toString()), Map.of());
        assertEquals(0, run.exitStatus(), () -> String.join("\n", run.printed()));
    }

    @Test
    void every_alert_says_how_bad_it_is_and_what_it_means() throws IOException {
        for (var rule : rules()) {
            var labels = map(rule, "labels");
            var annotations = map(rule, "annotations");
            assertTrue(List.of("critical", "warning").contains(labels.get("severity")), rule::toString);
            assertEquals(
                    new TreeSet<>(List.of("summary", "description")),
                    new TreeSet<>(annotations.keySet()),
                    rule::toString);
        }
    }

    @Test
    void the_manual_explains_each_metric_as_it_is_and_no_other() throws IOException {
        var explained = Files.readAllLines(MANUAL).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> "%s %s %s %s".formatted(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
        assertEquals(Stream.of(Metric.values()).map(MonitoringTest::row).toList(), explained);
    }

    private static String row(Metric metric) {
        var labels = metric.labels().stream().map("`%s`"::formatted).toList();
        return "%s %s %s %s"
                .formatted(
                        metric.text(),
                        metric.type().name().toLowerCase(Locale.ROOT),
                        metric.unit(),
                        labels.isEmpty() ? "–" : String.join(", ", labels));
    }

    @Test
    void the_manual_says_what_to_do_about_each_alert() throws IOException {
        var told = Files.readAllLines(MANUAL).stream()
                .map(ALERT::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .toList();
        var rules =
                rules().stream().map(rule -> String.valueOf(rule.get("alert"))).toList();
        assertNotEquals(List.of(), rules);
        assertEquals(new TreeSet<>(rules), new TreeSet<>(told));
    }

    private static void holds(String where, String expression) {
        var promQl = new PromQl(expression);
        assertEquals(List.of(), promQl.unknownSeries(), () -> where + ": " + expression);
        assertEquals(List.of(), promQl.unknownLabels(), () -> where + ": " + expression);
    }

    private static List<Map<?, ?>> rules() throws IOException {
        return Chart.documents(Files.readString(RULES)).stream()
                .flatMap(document -> maps(document, "groups"))
                .flatMap(group -> maps(group, "rules"))
                .toList();
    }

    private static Stream<Map<?, ?>> maps(Map<?, ?> whole, String key) {
        return whole.get(key) instanceof List<?> all ? all.stream().map(one -> (Map<?, ?>) one) : Stream.of();
    }

    private static Map<?, ?> map(Map<?, ?> whole, String key) {
        return whole.get(key) instanceof Map<?, ?> part ? part : Map.of();
    }

    /** Of every panel. */
    private static List<String> expressions() throws IOException {
        var found = new ArrayList<String>();
        collect(Json.readObject(Files.readString(DASHBOARD)), found);
        return found;
    }

    private static void collect(Object part, List<String> found) {
        switch (part) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("expr".equals(key)) {
                        found.add(String.valueOf(value));
                    } else {
                        collect(value, found);
                    }
                });
            case List<?> list -> list.forEach(one -> collect(one, found));
            case Object _ -> {}
        }
    }
}
