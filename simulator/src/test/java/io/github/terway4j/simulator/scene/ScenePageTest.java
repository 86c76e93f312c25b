package io.github.terway4j.simulator.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that people read and the reader say the same. */
class ScenePageTest {
    private static final Path PAGE = Path.of("..", "docs", "scenes.md");

    @Test
    void the_pages_example_is_a_scene() throws IOException {
        var reading = SceneReader.read(example(), name -> Optional.of("{}"));
        var scene = assertInstanceOf(SceneReading.Accepted.class, reading, reading::toString)
                .scene();
        assertEquals(2, scene.instances().size());
        assertEquals(2, scene.enis().size());
    }

    @Test
    void the_pages_example_has_every_key_and_so_has_the_table() throws IOException {
        var inExample = new TreeSet<String>();
        Pattern.compile("(?m)^[ -]*([A-Za-z0-9]+):")
                .matcher(example())
                .results()
                .map(found -> found.group(1))
                .forEach(inExample::add);
        var inTable = new TreeSet<String>();
        Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> Arrays.stream(cell.split(",", -1)))
                .map(cell -> cell.strip().replace("`", ""))
                .forEach(inTable::add);
        assertEquals(known(), inExample);
        assertEquals(known(), inTable);
    }

    /** What the reader itself names when it meets a key that it does not know. */
    private static SortedSet<String> known() {
        var problems = assertInstanceOf(SceneReading.Refused.class, SceneReader.read("""
                unknown:
                accessKeys: [{unknown}]
                vpcs: [{unknown}]
                vSwitches: [{unknown}]
                securityGroups: [{unknown}]
                instances: [{unknown}]
                enis: [{unknown}]
                """, name -> Optional.empty()))
                .problems();
        var known = new TreeSet<String>();
        for (var problem : problems) {
            Pattern.compile("unknown is not known here: there is (.*)")
                    .matcher(problem)
                    .results()
                    .forEach(found -> known.addAll(Arrays.asList(found.group(1).split(", ", -1))));
        }
        return known;
    }

    private static String example() throws IOException {
        var page = Files.readString(PAGE);
        var begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }
}
