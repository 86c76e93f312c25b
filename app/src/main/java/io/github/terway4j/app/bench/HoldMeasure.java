package io.github.terway4j.app.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cloud of so many ENIs, held in memory.
 *
 * @param built how long it took to make and attach them all
 * @param describe of one instance's ENIs
 * @param heapBytes in use once it stands
 */
public record HoldMeasure(int instances, int enis, Duration built, Sample describe, long heapBytes) {
    /** For people. */
    public String words() {
        return """
                %,d instances with %,d ENIs stand after %.1f s and take %.0f MiB;
                the ENIs of one instance are described in %.1f us (median; 99 of 100 in %.1f us).""".formatted(
                        instances,
                        enis,
                        built.toMillis() / 1e3,
                        heapMib(),
                        micros(describe.median()),
                        micros(describe.millis(0.99)));
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("measure", "hold");
        fields.put("instances", (long) instances);
        fields.put("enis", (long) enis);
        fields.put("build_s", Sample.rounded(built.toNanos() / 1e9));
        fields.put("heap_mib", Sample.rounded(heapMib()));
        fields.put("describe_us_p50", Sample.rounded(micros(describe.median())));
        fields.put("describe_us_p99", Sample.rounded(micros(describe.millis(0.99))));
        return fields;
    }

    private double heapMib() {
        return heapBytes / 1024.0 / 1024.0;
    }

    private static double micros(double millis) {
        return millis * 1000;
    }
}
