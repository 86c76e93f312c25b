package io.github.terway4j.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import java.util.Map;

/**
 * JSON text (RFC 8259) to plain values and back.
 *
 * <p>An object is a {@link java.util.LinkedHashMap} in the order of the text, an array a {@link java.util.List}, a
 * number without fraction and exponent a {@link Long} or, beyond 64 bits, a {@link java.math.BigInteger}, any other
 * number a {@link java.math.BigDecimal}; further {@link String}, {@link Boolean} and {@link JsonNull#NULL}. There is no
 * Java null in any of them. A name that stands twice in one object is refused: whichever of the two is taken, somebody
 * meant the other.
 */
public final class Json {
    /** How deep objects and arrays may nest. */
    public static final int MAX_DEPTH = 64;
    /** How long a text may be. */
    public static final int MAX_CHARS = 8 * 1024 * 1024;

    public static final JsonNull NULL = JsonNull.NULL;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_CHARS)
                    .maxNameLength(MAX_CHARS)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private Json() {}

    /**
     * Reads one value and nothing after it.
     *
     * @throws JsonException naming what was expected, and line and column up to which the text was read
     */
    public static Object read(String text) {
        return JsonReading.read(text);
    }

    /** Reads an object; any other value is refused like malformed text. */
    public static Map<String, Object> readObject(String text) {
        return JsonReading.readObject(text);
    }

    /**
     * Writes a value made of what {@link #read} returns, or of any other map with string keys, list, {@link Integer}
     * and finite {@link Double}, on one line.
     *
     * @throws IllegalArgumentException if anything else is in it, or it is nested deeper than {@link #MAX_DEPTH}
     */
    public static String write(Object value) {
        return JsonWriting.write(value);
    }

    /** Like {@link #write}, over many lines, for people. */
    public static String writePretty(Object value) {
        return JsonWriting.writePretty(value);
    }
}
