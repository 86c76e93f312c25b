package io.github.terway4j.app.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Of a failed run's trace what an eye can take in; a file can hold the whole. */
final class Excerpt {
    /** What an objection names: pods, ENIs, nodes' links, addresses. */
    private static final Pattern SUBJECT =
            Pattern.compile("[a-z0-9-]+/[a-z]+-\\d+|eni-[a-z0-9]+|cali[0-9a-f]{11}|\\d+\\.\\d+\\.\\d+\\.\\d+");

    private static final int CONCERNING = 60;
    private static final int LAST = 20;
    private static final int WIDTH = 220;

    private Excerpt() {}

    /** The last lines that speak of what the objection speaks of, all faults among them, and the very last. */
    static List<String> of(List<String> trace, String objection) {
        var subjects = new TreeSet<String>();
        SUBJECT.matcher(objection).results().map(MatchResult::group).forEach(subjects::add);
        var concerning = trace.stream().filter(line -> concerns(line, subjects)).toList();
        var shown = new ArrayList<String>();
        shown.add("          of its %,d lines, the last %d that speak of %s:"
                .formatted(trace.size(), Math.min(CONCERNING, concerning.size()), subjects));
        last(CONCERNING, concerning, shown);
        shown.add("          and the very last:");
        last(LAST, trace, shown);
        return shown;
    }

    /** A look at a whole node or cloud speaks of everything. */
    private static boolean concerns(String line, Set<String> subjects) {
        return (line.contains(" fault ") && !line.endsWith(" passed over"))
                || (!line.contains(" observe ")
                        && !line.contains(" enisOf ")
                        && subjects.stream().anyMatch(line::contains));
    }

    private static void last(int most, List<String> lines, List<String> shown) {
        lines.subList(Math.max(0, lines.size() - most), lines.size()).stream()
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                .forEach(shown::add);
    }
}
