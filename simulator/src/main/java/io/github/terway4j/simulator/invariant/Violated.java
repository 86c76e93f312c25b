package io.github.terway4j.simulator.invariant;

/** Something is not so that must be so. */
public final class Violated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;
    private final String words;

    public Violated(String invariant, String words) {
        super(invariant + ": " + words);
        this.invariant = invariant;
        this.words = words;
    }

    /** The name of the invariant. */
    public String invariant() {
        return invariant;
    }

    public String words() {
        return words;
    }
}
