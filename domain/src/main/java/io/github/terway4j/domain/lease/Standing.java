package io.github.terway4j.domain.lease;

/** How an address stands: who may have it. */
public enum Standing {
    /** Nobody holds it, and whoever asks may have it. */
    READY,
    /** The same, but the pool would give it up: handed out only where nothing else is left. */
    MARKED,
    /** It came back lately; nobody may have it yet. */
    RESTING,
    /** A pod has it. */
    HELD;

    /** Whether it can be handed out at this moment. */
    boolean atHand() {
        return this == READY || this == MARKED;
    }
}
