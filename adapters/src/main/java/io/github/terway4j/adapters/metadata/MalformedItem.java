package io.github.terway4j.adapters.metadata;

/** An answer of the service that does not mean anything. Never leaves this room. */
final class MalformedItem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    MalformedItem(String path, String words) {
        super(words);
        this.words = "the metadata %s is malformed: %s".formatted(path, words);
    }

    String words() {
        return words;
    }
}
