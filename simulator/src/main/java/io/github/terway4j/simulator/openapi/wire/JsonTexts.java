package io.github.terway4j.simulator.openapi.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A parameter that is a list of texts in JSON, {@code ["i-1","i-2"]}, as some older actions want it. */
public final class JsonTexts {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /**
     * The texts in their order.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<String> parse(String text) {
        try (var json = FACTORY.createParser(text)) {
            var texts = new ArrayList<String>();
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException(text + " is not a JSON list");
            }
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
            if (json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw new IllegalArgumentException(text + " is not a JSON list of texts");
            }
            return List.copyOf(texts);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(text + " is not JSON", malformed);
        }
    }
}
