package io.github.terway4j.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a pass of the pool takes to look into its book and to plan.
 *
 * @param floor one walk over the same addresses
 */
public record PlanningMeasure(int enis, int addresses, int pods, Sample planning, Sample floor) {
    /** For people. */
    String words() {
        return """
                With %d ENIs of %d addresses each and %d pods, the pool looks into its book and plans in %.1f us
                (median; 99 of 100 in %.1f us). One walk over the same %d addresses takes %.1f us (%.1f us).
                Both are time on a core.""".formatted(
                        enis,
                        addresses,
                        pods,
                        micros(planning, 0.5),
                        micros(planning, 0.99),
                        enis * addresses,
                        micros(floor, 0.5),
                        micros(floor, 0.99));
    }

    /** For machines. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("enis", (long) enis);
        fields.put("addresses_each", (long) addresses);
        fields.put("pods", (long) pods);
        fields.put("planning_us_p50", micros(planning, 0.5));
        fields.put("planning_us_p99", micros(planning, 0.99));
        fields.put("floor_us_p50", micros(floor, 0.5));
        fields.put("floor_us_p99", micros(floor, 0.99));
        return fields;
    }

    private static double micros(Sample sample, double share) {
        return Sample.rounded(sample.millis(share) * 1000);
    }
}
