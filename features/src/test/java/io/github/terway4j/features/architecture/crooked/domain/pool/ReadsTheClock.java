package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.time.Instant;

/** Asks the time. */
final class ReadsTheClock {
    private ReadsTheClock() {}

    static boolean decides(Instant deadline) {
        return Instant.now().isAfter(deadline);
    }
}
