package io.github.terway4j.app.worlds;

/** What may be in a world. */
enum Extent {
    /** What every kernel has that these tests run on. */
    PLAIN,
    /** Links that stand on others, tags, filters and queues besides, which not every kernel knows. */
    FULL
}
