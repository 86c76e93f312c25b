package io.github.terway4j.adapters.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordLineTest {
    private static final List<RecordLine> LINES = List.of(
            new RecordLine.Put("a/eth0", "{\"v\":1,\"pod\":\"with a space, and ü\"}"),
            new RecordLine.Put("a/eth0", ""),
            new RecordLine.Remove("a/eth0"),
            new RecordLine.LayAside("a/eth0", "put b/eth0"));

    @Test
    void people_can_read_it() {
        assertEquals("34dc711a put a/eth0 {}\n", new RecordLine.Put("a/eth0", "{}").line());
    }

    @Test
    void what_was_written_is_read() {
        for (var line : LINES) {
            assertEquals(Optional.of(line), RecordLine.read(withoutEnd(line)));
        }
    }

    @Test
    void a_line_that_is_cut_or_changed_anywhere_is_refused() {
        for (var line : LINES) {
            var text = withoutEnd(line);
            for (int i = 0; i < text.length(); i++) {
                var changed = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
                assertEquals(Optional.empty(), RecordLine.read(text.substring(0, i)));
                assertEquals(Optional.empty(), RecordLine.read(text.substring(i + 1)));
                assertEquals(Optional.empty(), RecordLine.read(changed));
            }
        }
    }

    @Test
    void what_would_be_read_as_something_else_is_not_written() {
        assertThrows(IllegalArgumentException.class, () -> new RecordLine.Remove("a b"));
        assertThrows(IllegalArgumentException.class, () -> new RecordLine.Put("", "{}"));
        assertThrows(IllegalArgumentException.class, () -> new RecordLine.Put("a", "{\n}"));
        assertThrows(IllegalArgumentException.class, () -> new RecordLine.LayAside("a", "{\n}"));
    }

    private static String withoutEnd(RecordLine line) {
        var text = line.line();
        assertEquals('\n', text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1);
    }
}
