package io.github.terway4j.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a story ended.
 *
 * @param cloud how agents reached it, in a word
 */
public record Verdict(String kernel, String cloud, Plot plot, int passed, int failed, List<String> leftovers) {
    public Verdict {
        leftovers = List.copyOf(leftovers);
    }

    public boolean ok() {
        return failed == 0 && leftovers.isEmpty();
    }

    /** For people. */
    public String words() {
        return ok()
                ? "All %d checks held, and nothing is left.".formatted(passed)
                : "%d of %d checks failed, and %d things are left."
                        .formatted(failed, passed + failed, leftovers.size());
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ok", ok());
        fields.put("kernel", kernel);
        fields.put("cloud", cloud);
        fields.put("nodes", plot.nodes());
        fields.put("pods", plot.pods());
        var checks = new LinkedHashMap<String, Object>();
        checks.put("passed", passed);
        checks.put("failed", failed);
        fields.put("checks", checks);
        fields.put("leftovers", leftovers.size());
        return fields;
    }
}
