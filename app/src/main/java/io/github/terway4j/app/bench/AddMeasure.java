package io.github.terway4j.app.bench;

import io.github.terway4j.app.stage.WiringMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** ADD and DEL with so many pods present, and the floor beside them. */
public record AddMeasure(
        WiringMode mode, int pods, Sample add, Sample floor, Sample del, Sample floorDel, long residentKib) {
    static final String ROW = "%-12s %6s  %8s %8s   %8s %8s   %6s   %8s %9s   %8s";

    /** Above {@link #row}s. */
    public static String heading() {
        return ROW.formatted(
                "MODE", "PODS", "ADD P50", "P99", "FLOOR", "P99", "RATIO", "DEL P50", "FLOOR DEL", "RSS MIB");
    }

    double ratio() {
        return add.median() / floor.median();
    }

    /** For people. */
    public String row() {
        return ROW.formatted(
                mode.text(),
                pods,
                millis(add.median()),
                millis(add.millis(0.99)),
                millis(floor.median()),
                millis(floor.millis(0.99)),
                "%.2f".formatted(ratio()),
                millis(del.median()),
                millis(floorDel.median()),
                "%.0f".formatted(residentKib / 1024.0));
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("mode", mode.text());
        fields.put("pods", (long) pods);
        fields.put("add_ms", add.fields());
        fields.put("floor_ms", floor.fields());
        fields.put("ratio", Sample.rounded(ratio()));
        fields.put("del_ms", Sample.rounded(del.median()));
        fields.put("floor_del_ms", Sample.rounded(floorDel.median()));
        fields.put("rss_mib", Sample.rounded(residentKib / 1024.0));
        return fields;
    }

    private static String millis(double value) {
        return "%.2f".formatted(value);
    }
}
