package io.github.terway4j.app.demo;

import io.github.terway4j.app.stage.WiringMode;
import io.github.terway4j.domain.net.IpFamily;
import java.io.PrintStream;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as a table that reads as Markdown, too: a line for each way, a column for each mode and family.
 * What went wrong, or could not be tried, is said below. */
public final class ReachTable {
    private ReachTable() {}

    public static void print(Collection<Finding> findings, PrintStream out) {
        var columns = findings.stream()
                .map(finding -> new Column(finding.mode(), finding.family()))
                .distinct()
                .toList();
        var kernels = findings.stream().map(Finding::kernel).distinct().collect(Collectors.joining(" and "));
        out.println(line(
                Stream.of("On the %s kernel, a pod reaches".formatted(kernels), "Seen by whose address"),
                columns.stream().map(Column::words)));
        out.println("|---|---|" + "---|".repeat(columns.size()));
        for (var way : Way.values()) {
            out.println(line(
                    Stream.of(way.words(), way.seen().words()),
                    columns.stream().map(column -> cell(findings, way, column))));
        }
        out.println();
        findings.stream()
                .flatMap(finding -> switch (finding.result()) {
                    case Finding.Result.Found() -> Stream.of();
                    case Finding.Result.Wrong(var objection) -> Stream.of(remark("FAILED", finding, objection));
                    case Finding.Result.NotHere(var obstacle) ->
                        Stream.of("not here  %s: %s".formatted(finding.mode().text(), obstacle));
                })
                .distinct()
                .forEach(out::println);
    }

    private static String remark(String how, Finding finding, String words) {
        return "%s  %s, %s, %s: %s"
                .formatted(how, finding.mode().text(), finding.way().words(), name(finding.family()), words);
    }

    private static String line(Stream<String> first, Stream<String> cells) {
        return Stream.concat(first, cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Collection<Finding> findings, Way way, Column column) {
        return findings.stream()
                .filter(finding ->
                        finding.way() == way && finding.mode() == column.mode() && finding.family() == column.family())
                .map(finding -> word(finding.result()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String word(Finding.Result result) {
        return switch (result) {
            case Finding.Result.Found() -> "yes";
            case Finding.Result.Wrong _ -> "NO";
            case Finding.Result.NotHere _ -> "not here";
        };
    }

    private static String name(IpFamily family) {
        return switch (family) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }

    private record Column(WiringMode mode, IpFamily family) {
        String words() {
            return mode.text() + ", " + name(family);
        }
    }
}
