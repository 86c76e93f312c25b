package io.github.terway4j.app.bench;

import java.time.Duration;

/**
 * Requests served in some time.
 *
 * @param used time on a core that serving them took
 */
record CloudRate(long requests, Duration lasted, Duration used) {
    static CloudRate of(PinnedProgram program, Load load, Duration length) {
        var usedBefore = program.used();
        var begun = System.nanoTime();
        var requests = load.during(length);
        return new CloudRate(
                requests,
                Duration.ofNanos(System.nanoTime() - begun),
                program.used().minus(usedBefore));
    }

    double perSecond() {
        return requests * 1e9 / lasted.toNanos();
    }

    /** What one core could serve if nothing else ran on it. */
    double perCoreSecond() {
        return requests * 1e9 / used.toNanos();
    }
}
