package io.github.terway4j.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Durations of the same thing, done again and again. */
public final class Sample {
    private final List<Duration> taken = new ArrayList<>();

    void add(Duration took) {
        taken.add(took);
    }

    /** The smallest value that at least this share of all does not exceed, in milliseconds. */
    double millis(double share) {
        if (taken.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        var rank = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return sorted.get(rank - 1).toNanos() / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("p50", rounded(millis(0.5)));
        fields.put("p99", rounded(millis(0.99)));
        return fields;
    }

    /** To as many digits as anybody reads. */
    public static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
