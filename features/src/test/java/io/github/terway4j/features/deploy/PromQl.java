package io.github.terway4j.features.deploy;

import io.github.terway4j.adapters.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an expression of PromQL speaks of, as far as that can be seen without a parser of it: which series, and by which labels.
 * Whether it is one at all says promtool.
 */
record PromQl(String text) {
    private static final Pattern STRINGS = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern RANGES = Pattern.compile("\\[[^]]*]");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}");
    private static final Pattern NAMES = Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*(?!\\s*\\(|\\w)");
    private static final Pattern SELECTED = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern LABELS = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern UNIT = Pattern.compile("\\b\\d+[smhdwy]\\b");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");
    /** What Prometheus itself adds. */
    private static final Set<String> EVERYBODYS = Set.of("instance", "job", "le");

    /** Those names that are no series of ours, and no other that there always is. */
    List<String> unknownSeries() {
        return bare().filter(name -> !name.equals("up") && metric(name).isEmpty())
                .toList();
    }

    /** The metrics of ours that it speaks of. */
    Set<Metric> metrics() {
        var metrics = new TreeSet<Metric>();
        bare().forEach(name -> metric(name).ifPresent(metrics::add));
        return metrics;
    }

    /** Labels by which a series is selected that it does not have, and those by which it groups that none of its series has. */
    List<String> unknownLabels() {
        var unknown = new ArrayList<String>();
        var withoutStrings = STRINGS.matcher(text).replaceAll("");
        SELECTED.matcher(withoutStrings)
                .results()
                .forEach(found -> metric(found.group(1))
                        .ifPresent(metric -> LABELS.matcher(found.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .filter(label -> !EVERYBODYS.contains(label)
                                        && !metric.labels().contains(label))
                                .forEach(label -> unknown.add(metric.text() + "{" + label + "}"))));
        var all = new TreeSet<>(EVERYBODYS);
        metrics().forEach(metric -> all.addAll(metric.labels()));
        GROUPING.matcher(withoutStrings)
                .results()
                .flatMap(found -> Stream.of(found.group(2).split(",", -1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty() && !all.contains(label))
                .forEach(unknown::add);
        return unknown;
    }

    private Stream<String> bare() {
        var rest = STRINGS.matcher(text).replaceAll("");
        for (var pattern : List.of(GROUPING, SELECTORS, RANGES, UNIT)) {
            rest = pattern.matcher(rest).replaceAll(" ");
        }
        // What is left of an aggregation is its operator, which has lost its grouping.
        rest = rest.replaceAll("\\b(sum|max|min|avg|count)\\b", " ");
        return NAMES.matcher(rest).results().map(found -> found.group()).filter(name -> !WORDS.contains(name));
    }

    /** The metric that has this series. */
    private static Optional<Metric> metric(String series) {
        return Stream.of(Metric.values())
                .filter(metric -> series(metric).contains(series))
                .findFirst();
    }

    private static List<String> series(Metric metric) {
        return switch (metric.type()) {
            case COUNTER, GAUGE -> List.of(metric.text());
            case HISTOGRAM ->
                Stream.of("_bucket", "_sum", "_count")
                        .map(metric.text()::concat)
                        .toList();
        };
    }
}
