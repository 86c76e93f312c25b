package io.github.terway4j.adapters.aliyun;

/** What a code of the cloud means to us; each becomes an outcome of our port. */
enum Meaning {
    THROTTLED,
    /** Not this call alone: all that the account makes. */
    THROTTLED_ALTOGETHER,
    EXHAUSTED,
    LIMIT_REACHED,
    NOT_FOUND,
    CONFLICT,
    DENIED,
    UNKNOWN,
    UNFORESEEN
}
