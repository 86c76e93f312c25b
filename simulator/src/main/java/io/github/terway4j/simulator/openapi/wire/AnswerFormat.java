package io.github.terway4j.simulator.openapi.wire;

import java.util.Locale;

/** In which language a client wants its answer (common parameter {@code Format}). */
public enum AnswerFormat {
    JSON("application/json;charset=utf-8"),
    XML("text/xml;charset=utf-8");

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    /** XML where something unheard of is asked for. */
    public static AnswerFormat asked(String format) {
        return format.toUpperCase(Locale.ROOT).equals(JSON.name()) ? JSON : XML;
    }

    /**
     * The whole document.
     *
     * @param root how its outermost element is called, which JSON does not write
     */
    public Outgoing write(int status, String root, Fields fields) {
        var body = switch (this) {
            case JSON -> JsonAnswer.write(fields);
            case XML -> XmlAnswer.write(root, fields);
        };
        return new Outgoing(status, contentType, body);
    }
}
