package io.github.terway4j.features.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md may be read without looking whether it is still true. */
final class CodeMapTest {
    private static final Path DOCUMENT = Path.of("..", "ARCHITECTURE.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.]+)` \\|");

    @Test
    void the_code_map_names_every_package_once_and_none_that_is_gone() throws IOException {
        assertEquals(
                List.copyOf(House.ours().packages()),
                named(Files.readAllLines(DOCUMENT)).stream().sorted().toList());
    }

    @Test
    void a_code_map_without_a_package_is_found_out() throws IOException {
        var lines = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> !line.startsWith("| `domain.lease` |"))
                .toList();
        assertFalse(named(lines).contains("domain.lease"));
        assertTrue(named(Files.readAllLines(DOCUMENT)).contains("domain.lease"));
    }

    private static List<String> named(List<String> lines) {
        var names = new ArrayList<String>();
        for (var line : lines) {
            var row = ROW.matcher(line);
            if (row.find()) {
                names.add(row.group(1));
            }
        }
        return names;
    }
}
