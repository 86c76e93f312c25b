package io.github.terway4j.adapters.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Descends through one text, always knowing what may come next, so that a refusal can say it in our own words. */
final class JsonReading {
    private static final String NAME = "a name in double quotes, ':' and a value";

    private final JsonParser parser;
    private String expected = "a value";

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    static Object read(String text) {
        return read(text, reading -> reading.value(reading.next("a value")));
    }

    static Map<String, Object> readObject(String text) {
        return read(text, reading -> {
            if (reading.next("an object") != JsonToken.START_OBJECT) {
                throw reading.refusal();
            }
            return reading.object();
        });
    }

    private static <T> T read(String text, Part<T> part) {
        if (text.length() > Json.MAX_CHARS) {
            throw new JsonException(
                    "the text has %d characters, and %d are allowed".formatted(text.length(), Json.MAX_CHARS));
        }
        try (var parser = Json.FACTORY.createParser(text)) {
            return new JsonReading(parser).whole(part);
        } catch (IOException e) {
            throw new UncheckedIOException("a string in memory cannot fail to be read", e);
        }
    }

    // The parser's own exceptions quote what they stumbled over, so they are dropped, cause and all.
    private <T> T whole(Part<T> part) throws IOException {
        try {
            var value = part.read(this);
            if (next("nothing after the value") != null) {
                throw refusal();
            }
            return value;
        } catch (StreamConstraintsException | NumberFormatException e) {
            throw at("nested deeper than %d, or a number longer than anybody needs".formatted(Json.MAX_DEPTH));
        } catch (JsonProcessingException e) {
            throw refusal();
        }
    }

    private Object value(@Nullable JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Json.NULL;
            case null -> throw refusal();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw refusal();
        };
    }

    private Map<String, Object> object() throws IOException {
        var object = new LinkedHashMap<String, Object>();
        var what = "'}' or " + NAME;
        while (next(what) != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (object.containsKey(name)) {
                throw at("the name \"%s\" stands twice in one object".formatted(name));
            }
            object.put(name, value(next("a value")));
            what = "'}', or ',' and " + NAME;
        }
        return object;
    }

    private List<Object> array() throws IOException {
        var array = new ArrayList<>();
        var what = "']' or a value";
        for (var token = next(what); token != JsonToken.END_ARRAY; token = next(what)) {
            array.add(value(token));
            what = "']', or ',' and a value";
        }
        return array;
    }

    /** The next token, null after the last. The parser may complain of it later only, when its value is asked for. */
    private @Nullable JsonToken next(String what) throws IOException {
        expected = what;
        return parser.nextToken();
    }

    private JsonException refusal() {
        return at("expected " + expected);
    }

    private JsonException at(String words) {
        var place = parser.currentLocation();
        return new JsonException("line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), words));
    }

    @FunctionalInterface
    private interface Part<T> {
        T read(JsonReading reading) throws IOException;
    }
}
