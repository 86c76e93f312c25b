package io.github.terway4j.features.pains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code docs/pains.md} says.
 *
 * @param scenarios by pain, "file: title"
 */
record PainsPage(SortedMap<Integer, List<String>> scenarios) {
    private static final Path DOCUMENT = Path.of("..", "docs", "pains.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([0-9]+) \\|[^|]*\\|[^|]*\\|([^|]*)\\|[^|]*\\|$");
    private static final Pattern SCENARIO = Pattern.compile("`([^`]+\\.feature)`: ([^;]+?)(?=;|\\s*$)");

    static PainsPage read() throws IOException {
        return of(Files.readAllLines(DOCUMENT));
    }

    static PainsPage of(List<String> lines) {
        var scenarios = new TreeMap<Integer, List<String>>();
        for (var line : lines) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var told = new ArrayList<String>();
                SCENARIO.matcher(row.group(2).strip())
                        .results()
                        .forEach(one -> told.add(one.group(1) + ": " + one.group(2)));
                scenarios.put(Integer.valueOf(row.group(1)), told);
            }
        }
        return new PainsPage(scenarios);
    }
}
