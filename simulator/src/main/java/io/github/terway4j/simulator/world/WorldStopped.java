package io.github.terway4j.simulator.world;

/** Something went wrong that must not, and the world stands still. The words carry the seed that shows it again. */
public final class WorldStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final Throwable why;

    WorldStopped(String words, Throwable why) {
        super(words, why);
        this.words = words;
        this.why = why;
    }

    public String words() {
        return words;
    }

    public Throwable why() {
        return why;
    }
}
