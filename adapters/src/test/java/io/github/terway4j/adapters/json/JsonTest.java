package io.github.terway4j.adapters.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void every_kind_of_value_is_read() {
        assertEquals(
                Map.of(
                        "object",
                        Map.of("a", 1L),
                        "array",
                        List.of(true, Json.NULL, List.of()),
                        "text",
                        "zhāng \"q\" \u6c49",
                        "long",
                        Long.MIN_VALUE,
                        "big",
                        BigInteger.ONE.shiftLeft(64),
                        "fraction",
                        new BigDecimal("0.10"),
                        "exponent",
                        new BigDecimal("1E+2")),
                Json.read("""
                        {"object": {"a": 1}, "array": [true, null, []], "text": "zhāng \\"q\\" \\u6c49",
                         "long": -9223372036854775808, "big": 18446744073709551616, "fraction": 0.10, "exponent": 1E+2}
                        """));
    }

    @Test
    void names_keep_their_order() {
        assertEquals(
                List.of("z", "a", "m"),
                List.copyOf(Json.readObject("{\"z\":1,\"a\":2,\"m\":3}").keySet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                     | 1 | 1  | a value",
                "{                      | 1 | 2  | '}' or a name in double quotes, ':' and a value",
                "{a: 1}                 | 1 | 3  | '}' or a name in double quotes, ':' and a value",
                "{\"a\" 1}              | 1 | 7  | '}' or a name in double quotes, ':' and a value",
                "{\"a\":}               | 1 | 7  | '}' or a name in double quotes, ':' and a value",
                "{\"a\":\"b}            | 1 | 9  | a value",
                "{\"a\":1,}             | 1 | 9  | '}', or ',' and a name in double quotes, ':' and a value",
                "{\"a\":1 \"b\":2}      | 1 | 9  | '}', or ',' and a name in double quotes, ':' and a value",
                "[1,]                   | 1 | 5  | ']', or ',' and a value",
                "[                      | 1 | 2  | ']' or a value",
                "[1}                    | 1 | 4  | ']', or ',' and a value",
                "{\"a\":NaN}            | 1 | 9  | '}' or a name in double quotes, ':' and a value",
                "1 2                    | 1 | 4  | nothing after the value",
                "'text'                 | 1 | 2  | a value"
            })
    void a_malformed_text_is_refused_with_its_place(String text, int line, int column, String expected) {
        var refusal = assertThrows(JsonException.class, () -> Json.read(text));
        assertEquals("line %d, column %d: expected %s".formatted(line, column, expected), refusal.getMessage());
    }

    @Test
    void the_line_is_counted() {
        var refusal = assertThrows(JsonException.class, () -> Json.read("{\n  \"a\": 1,\n  b\n}"));
        assertTrue(refusal.getMessage().startsWith("line 3, column "), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_secret\": s3cret}",
                "{\"access_secret\": \"s3cret}",
                "{\"access_secret\": \"s3cret\\q\"}",
                "s3cret",
                "{\"a\": 1} s3cret",
                "{\"a\": 1s3cret}"
            })
    void a_refusal_quotes_no_value(String text) {
        var refusal = assertThrows(JsonException.class, () -> Json.readObject(text));
        assertFalse(refusal.toString().contains("3cret"), refusal.toString());
        assertEquals(null, refusal.getCause());
    }

    @Test
    void a_number_that_nothing_can_hold_is_refused() {
        for (var number : List.of("1E2147483649", "-1E2147483649", "1E-2147483649")) {
            var refusal = assertThrows(JsonException.class, () -> Json.read(number));
            assertTrue(refusal.getMessage().contains("a number longer than anybody needs"), refusal.getMessage());
        }
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        var refusal = assertThrows(JsonException.class, () -> Json.read("{\"a\": {\"b\": 1, \"b\": 2}}"));
        assertTrue(refusal.getMessage().endsWith("the name \"b\" stands twice in one object"), refusal.getMessage());
        assertEquals(
                Map.of("a", Map.of("b", 1L), "b", 2L),
                Json.read("{\"a\": {\"b\": 1}, \"b\": 2}"),
                "only in one object");
    }

    @Test
    void a_text_nested_too_deep_is_refused_and_one_just_not_too_deep_is_read() {
        assertEquals(nested(Json.MAX_DEPTH), Json.write(Json.read(nested(Json.MAX_DEPTH))));
        var refusal = assertThrows(JsonException.class, () -> Json.read(nested(Json.MAX_DEPTH + 1)));
        assertTrue(refusal.getMessage().contains("nested deeper than 64"), refusal.getMessage());
    }

    @Test
    void a_text_too_long_is_refused_by_its_length() {
        var refusal = assertThrows(JsonException.class, () -> Json.read(" ".repeat(Json.MAX_CHARS + 1)));
        assertTrue(refusal.getMessage().contains(Integer.toString(Json.MAX_CHARS)), refusal.getMessage());
        assertEquals(1L, Json.read(" ".repeat(Json.MAX_CHARS - 1) + "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"a\"", "null", "true"})
    void only_an_object_is_an_object(String text) {
        var refusal = assertThrows(JsonException.class, () -> Json.readObject(text));
        assertTrue(refusal.getMessage().endsWith("expected an object"), refusal.getMessage());
    }

    @Test
    void what_is_not_plain_is_not_written() {
        for (var value : List.of(new Object(), Double.NaN, Map.of(1, "a"), List.of('c'), Map.of("a", List.of(1.5f)))) {
            assertThrows(IllegalArgumentException.class, () -> Json.write(value), value::toString);
        }
    }

    @Test
    void a_value_nested_too_deep_is_not_written() {
        Object value = List.of();
        for (int i = 0; i < Json.MAX_DEPTH; i++) {
            value = List.of(value);
        }
        var tooDeep = value;
        assertThrows(IllegalArgumentException.class, () -> Json.write(tooDeep));
    }

    @Test
    void pretty_is_for_people() {
        assertEquals(
                """
                {
                  "a": [
                    1,
                    2.5
                  ],
                  "b": {}
                }""", Json.writePretty(Json.read("{\"a\":[1,2.5],\"b\":{}}")).replace("{ }", "{}"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
