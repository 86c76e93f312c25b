package io.github.terway4j.adapters.credential;

/** A token file that cannot be used. Says which field is wrong, and never what is in it; never leaves this room. */
final class MalformedToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    MalformedToken(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
