package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"lo", "eth0", "cali1234567890a", "eth0.100", "...", "a@b", "-", "123456789012345"})
    void what_the_kernel_takes_is_taken(String text) {
        assertEquals(text, new LinkName(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'',                  1 to 15 bytes",
        "1234567890123456,    1 to 15 bytes",
        "'eth 0',             white space",
        "'eth0\n',            white space",
        "eth\u00e90,          printable ASCII",
        "'eth\u007f',         printable ASCII",
        "../eth0,             no slash",
        "eth0:1,              colon",
        "eth%d,               percent sign",
        ".,                   directory",
        "..,                  directory"
    })
    void a_refusal_names_the_rule_that_was_broken(String text, String rule) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new LinkName(text));
        assertTrue(refusal.toString().contains(rule), refusal.toString());
    }

    @Test
    void names_are_ordered_as_text() {
        assertTrue(new LinkName("eth0").compareTo(new LinkName("eth1")) < 0);
        assertEquals(0, new LinkName("eth0").compareTo(new LinkName("eth0")));
    }
}
