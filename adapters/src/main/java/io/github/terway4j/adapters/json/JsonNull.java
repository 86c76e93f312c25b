package io.github.terway4j.adapters.json;

/**
 * JSON's {@code null}. A value of its own, so that a list keeps its places and a merge patch can tell "remove this"
 * from "says nothing of it" (RFC 7396).
 */
public enum JsonNull {
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
