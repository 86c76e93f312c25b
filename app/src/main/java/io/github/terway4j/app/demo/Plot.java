package io.github.terway4j.app.demo;

/** How large a story is told. */
public record Plot(int nodes, int pods) {
    public Plot {
        if (nodes < 1 || nodes > 50) {
            throw new IllegalArgumentException("--nodes must be 1 to 50, but is " + nodes);
        }
        if (pods < 1) {
            throw new IllegalArgumentException("--pods must be at least 1, but is " + pods);
        }
    }
}
