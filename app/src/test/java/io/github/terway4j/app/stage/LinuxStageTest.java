package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.app.demo.Plot;
import io.github.terway4j.app.demo.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same on the real kernel, through the CNI executable; and the whole story there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinuxStageTest implements BadCallsContract {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    private final List<Sandbox> sandboxes = new ArrayList<>();
    private final List<Stage> opened = new ArrayList<>();

    @BeforeAll
    void open() {
        CPrograms.buildOrSkip();
        opened.add(LinuxStage.open(SETTING, out));
    }

    @AfterAll
    void close() {
        opened.forEach(Stage::close);
    }

    @Override
    public Stage stage() {
        return opened.getFirst();
    }

    @Override
    public List<Sandbox> sandboxes() {
        return sandboxes;
    }

    @Test
    void a_file_that_is_no_namespace_is_refused() {
        var variables = new TreeMap<>(CniVariables.of("ADD", pod()));
        variables.put("CNI_NETNS", "/etc/hostname");
        var answer = stage().call(node(), variables, CniVariables.CONFIG);
        assertFalse(answer.succeeded());
        assertEquals(4L, answer.object().get("code"), answer::toString);
        assertEquals(List.of(), stage().leftovers(node()));
    }

    @Test
    void the_whole_story_can_be_told_and_leaves_nothing() {
        try (var other = LinuxStage.open(new Setting(2, 2, 1, Duration.ofSeconds(30)), out)) {
            assertTrue(new Story(other, new Plot(2, 4), out).tell().ok(), told::toString);
        }
    }
}
