package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page that people read and the reader that the agent runs say the same. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String NONE = "–";

    @Test
    void the_page_has_every_key_that_is_read_with_its_shape_and_no_other() throws IOException {
        var read = new LinkedHashMap<String, String>();
        reader().asked().forEach((key, shape) -> read.put(key, shape.words()));
        assertEquals(read, rows().collect(Collectors.toMap(Row::key, Row::shape)));
    }

    @TestFactory
    Stream<DynamicTest> a_default_on_the_page_is_what_holds_when_the_key_is_not_set() throws IOException {
        return rows().filter(row -> !row.otherwise().equals(NONE))
                .map(row -> DynamicTest.dynamicTest(
                        row.key(),
                        () -> assertEquals(
                                Readings.config("{%s}".formatted(row.companions())),
                                Readings.config("{%s\"%s\": %s}"
                                        .formatted(
                                                row.companions().isEmpty() ? "" : row.companions() + ", ",
                                                row.key(),
                                                row.otherwise())))));
    }

    @Test
    void the_page_names_every_former_key() throws IOException {
        var page = Files.readString(PAGE);
        FormerKeys.LAST_KNOWN.keySet().forEach(key -> assertTrue(page.contains("`%s`".formatted(key)), key));
    }

    @Test
    void only_keys_that_are_not_terways_are_said_to_be_ours() throws IOException {
        assertEquals(
                List.of(
                        "warm_ip_target",
                        "warm_prefix_target",
                        "warm_eni_target",
                        "minimum_ip_target",
                        "ip_cooldown",
                        "member_min_pool_size",
                        "member_max_pool_size",
                        "daemon_mode",
                        "vpc_route_tables"),
                rows().filter(row -> row.from().equals("terway4j"))
                        .map(Row::key)
                        .toList());
    }

    private static KeyReader reader() {
        var keys = new KeyReader(Map.of());
        NodeConfigReader.config(keys);
        return keys;
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .map(cell -> cell.replaceFirst("^`([^`]*)`$", "$1"))
                        .toList())
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(5)));
    }

    private record Row(String key, String shape, String otherwise, String from) {
        /** Details of a thing that is off show only once it is on. */
        String companions() {
            return key.startsWith("idle_ip_reclaim_") ? "\"idle_ip_reclaim_after\": \"1h\"" : "";
        }
    }
}
