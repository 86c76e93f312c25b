package io.github.terway4j.features.architecture.crooked.app.usecase;

/** Asks the time past the port. */
final class MeasuresByItself {
    private MeasuresByItself() {}

    static long measures() {
        return System.nanoTime();
    }
}
