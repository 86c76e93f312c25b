package io.github.terway4j.domain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkNameProperties {
    @Property
    void a_name_is_taken_exactly_if_one_expression_says_so(@ForAll("texts") String text) {
        boolean expected = text.matches("(?!\\.{1,2}$)[!-~&&[^/:%]]{1,15}");
        assertEquals(expected, isTaken(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("eth0.").ofMaxLength(17),
                Arbitraries.strings().withChars(".").ofMaxLength(3),
                Arbitraries.strings().ascii().ofMaxLength(6),
                Arbitraries.strings().ofMaxLength(3));
    }

    private static boolean isTaken(String text) {
        try {
            return new LinkName(text).text().equals(text);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
