package io.github.terway4j.simulator.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that people read and the reader say the same. */
class ScenePageTest {
    private static final Path PAGE = Path.of("..", "docs", "scenes.md");

    @Test
    void the_pages_example_is_a_scene() throws IOException {
        var policy = """
                {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}""";
        var reading = SceneReader.read(example(), name -> Optional.of(policy));
        var scene = assertInstanceOf(SceneReading.Accepted.class, reading, reading::toString)
                .scene();
        assertEquals(2, scene.instances().size());
        assertEquals(2, scene.enis().size());
    }

    @Test
    void the_pages_example_has_every_key_of_every_part_and_so_have_its_tables() throws IOException {
        var known = known("""
                unknown:
                accessKeys: [{unknown}]
                vpcs: [{unknown}]
                vSwitches: [{unknown}]
                securityGroups: [{unknown}]
                instances: [{unknown}]
                enis: [{unknown}]
                """);
        var inExample = words("(?m)^[ -]*([a-z][A-Za-z0-9]+):", example());
        var inTables = words("`([a-z][A-Za-z0-9]+)`", firstCells());
        known.forEach(key -> assertTrue(inExample.contains(key) && inTables.contains(key), key));
    }

    @Test
    void the_page_has_every_quirk_with_its_keys_and_no_other() throws IOException {
        var read = new TreeMap<String, SortedSet<String>>();
        for (var kind : new SpellReader(new Names(new Problems())).kinds()) {
            var keys = known("quirks: [{quirk: %s, unknown}]".formatted(kind));
            keys.removeAll(List.of("quirk", "from", "for", "probability"));
            read.put(kind, keys);
        }
        var onPage = new TreeMap<String, SortedSet<String>>();
        Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| quirk |"))
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("| `"))
                .map(ScenePageTest::cells)
                .forEach(cells -> onPage.put(cells.get(1).replace("`", ""), words("`([^`]+)`", cells.get(2))));
        assertEquals(read, onPage);
    }

    /** What the reader itself names when it meets a key that it does not know. */
    private static SortedSet<String> known(String scene) {
        var reading = SceneReader.read(scene, name -> Optional.empty());
        var problems = assertInstanceOf(SceneReading.Refused.class, reading).problems();
        var known = new TreeSet<String>();
        for (var list : words("unknown is not known here: there is (.*)", String.join("\n", problems))) {
            known.addAll(Arrays.asList(list.split(", ", -1)));
        }
        return known;
    }

    private static SortedSet<String> words(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstCells() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> cells(line).get(1))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    }

    private static String example() throws IOException {
        var page = Files.readString(PAGE);
        var begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
