package io.github.terway4j.adapters.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Walks through a plain value and writes it down; anything that is not plain is refused by its class. */
final class JsonWriting {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private final JsonGenerator out;

    private JsonWriting(JsonGenerator out) {
        this.out = out;
    }

    static String write(Object value) {
        var text = new StringWriter();
        try (var out = Json.FACTORY.createGenerator(text)) {
            new JsonWriting(out).value(value);
        } catch (IOException e) {
            throw refused(e);
        }
        return text.toString();
    }

    static String writePretty(Object value) {
        var text = new StringWriter();
        try (var out = Json.FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(LINES)
                    .withObjectIndenter(LINES));
            new JsonWriting(out).value(value);
        } catch (IOException e) {
            throw refused(e);
        }
        return text.toString();
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> out.writeString(text);
            case Boolean truth -> out.writeBoolean(truth);
            case JsonNull _ -> out.writeNull();
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case Double number when Double.isFinite(number) -> out.writeNumber(number);
            default ->
                throw new IllegalArgumentException(
                        "JSON has no place for a %s".formatted(value.getClass().getName()));
        }
    }

    private void object(Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (var entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a name in JSON is a string, not a "
                        + entry.getKey().getClass().getName());
            }
            out.writeFieldName(name);
            value(entry.getValue());
        }
        out.writeEndObject();
    }

    private void array(List<?> list) throws IOException {
        out.writeStartArray();
        for (var element : list) {
            value(element);
        }
        out.writeEndArray();
    }

    private static RuntimeException refused(IOException e) {
        return e instanceof StreamConstraintsException
                ? new IllegalArgumentException("the value is nested deeper than " + Json.MAX_DEPTH)
                : new UncheckedIOException("a string in memory cannot fail to be written", e);
    }
}
