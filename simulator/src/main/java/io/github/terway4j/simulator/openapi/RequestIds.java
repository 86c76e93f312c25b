package io.github.terway4j.simulator.openapi;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Names each request, so that it can be spoken of. The same seed gives the same names in the same order. */
public final class RequestIds {
    /** An odd number without pattern, so that neighbours look nothing alike (the golden ratio in 64 bits). */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final AtomicLong count = new AtomicLong();

    public RequestIds(long seed) {
        this.seed = seed;
    }

    String next() {
        var number = count.incrementAndGet();
        return new UUID(mixed(seed + 2 * number * STEP), mixed(seed + (2 * number + 1) * STEP))
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    private static long mixed(long bits) {
        var once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        var twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
