package io.github.terway4j.simulator.openapi.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes an answer as JSON. */
final class JsonAnswer {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonAnswer() {}

    static String write(Fields fields) {
        // By way of bytes: Jackson writes them quicker than characters.
        var out = new ByteArrayOutputStream(1024);
        try (var json = FACTORY.createGenerator(out)) {
            write(json, fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, Element element) throws IOException {
        switch (element) {
            case Element.Text(String value) -> json.writeString(value);
            case Element.Whole(long value) -> json.writeNumber(value);
            case Element.Truth(boolean value) -> json.writeBoolean(value);
            case Element.Items items -> writeList(json, items);
            case Fields fields -> {
                json.writeStartObject();
                for (var field : fields.elements().entrySet()) {
                    json.writeFieldName(field.getKey());
                    write(json, field.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    private static void writeList(JsonGenerator json, Element.Items items) throws IOException {
        var bare = items.each().isEmpty();
        if (!bare) {
            json.writeStartObject();
            json.writeFieldName(items.each());
        }
        json.writeStartArray();
        for (var item : items.elements()) {
            write(json, item);
        }
        json.writeEndArray();
        if (!bare) {
            json.writeEndObject();
        }
    }
}
