package io.github.terway4j.domain.lease;

/** How an address stands: who may have it. */
public enum Standing {
    /** Nobody holds it, and whoever asks may have it. */
    READY,
    /** The same, but the pool would give it up: handed out only where nothing else is left. */
    MARKED,
    /** It came back lately; nobody may have it yet. */
    RESTING,
    /** It is kept for a pod that may come back. */
    RESERVED,
    /** A pod has it. */
    HELD;

    /** Whether only the pod whose it is may have it. */
    public boolean isSomebodys() {
        return this == HELD || this == RESERVED;
    }
}
