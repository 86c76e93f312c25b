package io.github.terway4j.app.demo;

import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.net.IpFamily;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as a table that reads as Markdown, too: a line for each way, a column for each mode and family. */
public final class ReachTable {
    private ReachTable() {}

    public static void print(Collection<Finding> findings, PrintStream out) {
        var columns = findings.stream()
                .map(finding -> new Column(finding.mode(), finding.family()))
                .distinct()
                .toList();
        out.println(line("A pod reaches", columns.stream().map(Column::words).toList()));
        out.println("|---|" + "---|".repeat(columns.size()));
        for (var way : Way.values()) {
            var cells =
                    columns.stream().map(column -> cell(findings, way, column)).toList();
            out.println(line(way.words(), cells));
        }
        var lost = new ArrayList<>(findings);
        lost.removeIf(Finding::arrived);
        lost.forEach(finding -> out.println("\nFAILED  %s, %s, %s: %s"
                .formatted(finding.mode().text(), finding.way().words(), name(finding.family()), finding.objection())));
    }

    private static String line(String first, List<String> cells) {
        return Stream.concat(Stream.of(first), cells.stream()).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Collection<Finding> findings, Way way, Column column) {
        return findings.stream()
                .filter(finding ->
                        finding.way() == way && finding.mode() == column.mode() && finding.family() == column.family())
                .map(finding -> finding.arrived() ? "yes" : "NO")
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String name(IpFamily family) {
        return switch (family) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }

    private record Column(DaemonMode mode, IpFamily family) {
        String words() {
            return mode.text() + ", " + name(family);
        }
    }
}
