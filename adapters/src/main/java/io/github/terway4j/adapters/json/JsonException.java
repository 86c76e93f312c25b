package io.github.terway4j.adapters.json;

/** A text that is not the JSON we read. The message says where and what was expected, and quotes none of its values. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    JsonException(String words) {
        super(words);
        this.words = words;
    }

    /** Never null, unlike that of other exceptions. */
    @Override
    public String getMessage() {
        return words;
    }
}
