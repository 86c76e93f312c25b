package io.github.terway4j.simulator.metadata;

/** Who is answered. */
public enum MetadataMode {
    /** Everybody; there are no tokens, as it was before they were invented. */
    TOKENLESS,
    /** Who has a token or none; with a wrong token, nobody. The real default (HttpTokens optional). */
    NORMAL,
    /** Only who has a token: the hardened mode (HttpTokens required). */
    HARDENED
}
