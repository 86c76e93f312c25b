package io.github.terway4j.simulator.openapi.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON that comes as text: maps, lists, strings, whole numbers and truths. */
public final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonTree() {}

    /**
     * The whole text.
     *
     * @throws IllegalArgumentException if it is not JSON, or holds a null or a fraction
     */
    public static Object parse(String text) {
        try (var json = FACTORY.createParser(text)) {
            json.nextToken();
            var value = value(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("more follows after the JSON in " + text);
            }
            return value;
        } catch (IOException malformed) {
            throw new IllegalArgumentException(text + " is not JSON", malformed);
        }
    }

    /**
     * A list of texts, {@code ["i-1","i-2"]}, as some older actions want it for a parameter.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<String> texts(String text) {
        if (parse(text) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalArgumentException(text + " is not a JSON list of texts");
    }

    /** A map that was parsed: its keys are texts. */
    public static Map<String, Object> named(Map<?, ?> parsed) {
        var named = new LinkedHashMap<String, Object>();
        parsed.forEach((key, value) -> named.put(key.toString(), value));
        return named;
    }

    private static Object value(JsonParser json) throws IOException {
        var token = json.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("an empty text is not JSON");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IllegalArgumentException("%s has no place here".formatted(json.getText()));
        };
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static List<Object> list(JsonParser json) throws IOException {
        var list = new ArrayList<Object>();
        for (json.nextToken(); !json.currentToken().isStructEnd(); json.nextToken()) {
            list.add(value(json));
        }
        return list;
    }
}
