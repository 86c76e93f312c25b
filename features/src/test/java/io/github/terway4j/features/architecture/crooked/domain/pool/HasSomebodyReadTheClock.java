package io.github.terway4j.features.architecture.crooked.domain.pool;

import java.time.Instant;
import java.util.function.Supplier;

/** Asks the time without calling anybody. */
final class HasSomebodyReadTheClock {
    private HasSomebodyReadTheClock() {}

    static Supplier<Instant> decides() {
        return Instant::now;
    }
}
