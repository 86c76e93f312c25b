package io.github.terway4j.features.pains;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario that has to do with pains.
 *
 * @param file its feature's, without its folder
 * @param title with the words of its keyword and without the numbers
 * @param tagged the numbers in its tags
 * @param titled the numbers in its title
 */
record Told(String file, String title, List<Integer> tagged, List<Integer> titled) {
    private static final Path FEATURES = Path.of("src", "test", "resources", "io", "github", "terway4j");
    private static final Pattern TAG = Pattern.compile("@pain-([0-9]+)");
    private static final Pattern TITLE = Pattern.compile("^\\s*(?:Scenario|Scenario Outline|Example): (.*)$");
    private static final Pattern NUMBERS = Pattern.compile(" \\(pains? ([0-9]+(?:, [0-9]+)*)\\)$");

    /** Every scenario of every feature that has a tag or a number. */
    static List<Told> all() {
        try (var files = Files.walk(FEATURES)) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .flatMap(file -> of(file.getFileName().toString(), lines(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Told> of(String file, List<String> lines) {
        var found = new ArrayList<Told>();
        var tagged = new ArrayList<Integer>();
        for (var line : lines) {
            var title = TITLE.matcher(line);
            if (title.matches()) {
                var numbers = NUMBERS.matcher(title.group(1));
                var titled = numbers.find() ? numbers(numbers.group(1)) : List.<Integer>of();
                found.add(new Told(file, numbers.replaceFirst(""), List.copyOf(tagged), titled));
            }
            if (line.strip().startsWith("@")) {
                TAG.matcher(line)
                        .results()
                        .map(tag -> Integer.valueOf(tag.group(1)))
                        .forEach(tagged::add);
            } else {
                tagged.clear();
            }
        }
        return found.stream()
                .filter(told -> !told.tagged().isEmpty() || !told.titled().isEmpty());
    }

    boolean agrees() {
        return new TreeSet<>(tagged).equals(new TreeSet<>(titled));
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(", ", -1)).map(Integer::valueOf).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
