package io.github.terway4j.adapters.metrics;

import java.util.List;

/** What a page says, line by line. */
record Reading(List<String> lines) {
    static Reading of(Page page) {
        return new Reading(page.text().lines().toList());
    }

    /** The value of this series; nought where there is none. */
    double of(String series) {
        return lines.stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    boolean has(String start) {
        return lines.stream().anyMatch(line -> line.startsWith(start));
    }
}
