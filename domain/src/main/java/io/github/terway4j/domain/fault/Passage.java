package io.github.terway4j.domain.fault;

/** What a {@link Breaker} says to whoever would ask. */
public enum Passage {
    /** Ask as often as you like. */
    FREE,
    /** Ask once, and see. */
    PROBE,
    /** Do not ask. */
    SHUT;

    /** What both together allow. */
    public Passage and(Passage other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
