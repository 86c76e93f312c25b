package io.github.terway4j.features.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long calls of one kind took that went well. Any thread may add. */
final class Timings {
    private final List<Duration> all = new ArrayList<>();

    synchronized void add(Duration one) {
        all.add(one);
    }

    synchronized int count() {
        return all.size();
    }

    /** The value that so many of a hundred do not exceed, by nearest rank. */
    synchronized Duration percentile(int percent) {
        var sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "p50 %d ms, p99 %d ms, longest %d ms",
                percentile(50).toMillis(),
                percentile(99).toMillis(),
                percentile(100).toMillis());
    }
}
