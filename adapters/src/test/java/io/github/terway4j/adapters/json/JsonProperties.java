package io.github.terway4j.adapters.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonProperties {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_is_written_is_read_back(@ForAll("values") Object value) {
        assertEquals(value, Json.read(Json.write(value)));
        assertEquals(value, Json.read(Json.writePretty(value)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void one_line_is_written(@ForAll("values") Object value) {
        assertEquals(1, Json.write(value).lines().count());
    }

    @Property
    void any_text_is_read_or_refused_as_json(@ForAll("texts") String text) {
        try {
            Json.read(text);
        } catch (JsonException expected) {
            assertEquals(0, expected.getMessage().indexOf("line "));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void names_keep_their_order(@ForAll("objects") Map<String, Object> object) {
        assertEquals(
                new ArrayList<>(object.keySet()),
                new ArrayList<>(Json.readObject(Json.write(object)).keySet()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("{}[]:,\"\\ \n01.e-truefalsn").ofMaxLength(12);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), values()).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.recursive(
                this::leaves,
                part -> Arbitraries.oneOf(
                        part,
                        part.list().ofMaxSize(4).map(list -> list),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), part)
                                .ofMaxSize(4)
                                .map(map -> map)),
                0,
                3);
    }

    private Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(10).map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.bigIntegers()
                        .between(BigInteger.ONE.shiftLeft(63), BigInteger.ONE.shiftLeft(200))
                        .map(number -> number),
                Arbitraries.bigDecimals().ofScale(3).map(BigDecimal::negate),
                Arbitraries.of(true, false),
                Arbitraries.of(Json.NULL));
    }
}
