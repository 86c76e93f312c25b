package io.github.terway4j.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What one core serves of signed calls, and of a bare server's answers of the same length. */
public final class RateMeasure {
    private final int answerBytes;
    private final List<CloudRate> cloud = new ArrayList<>();
    private final List<CloudRate> floor = new ArrayList<>();

    RateMeasure(int answerBytes) {
        this.answerBytes = answerBytes;
    }

    void add(CloudRate ofTheCloud, CloudRate ofTheFloor) {
        cloud.add(ofTheCloud);
        floor.add(ofTheFloor);
    }

    /** For people. */
    public String words() {
        return """
                One core serves %,.0f signed DescribeNetworkInterfaces a second (answers of %,d bytes),
                and %,.0f answers of that length from a bare server: %.2f times the floor's time on the core.
                By the clock, beside the one who asks: %,.0f and %,.0f a second. %s""".formatted(
                perCore(cloud),
                answerBytes,
                perCore(floor),
                ratio(),
                perClock(cloud),
                perClock(floor),
                PinnedProgram.pins() ? "" : "Not kept to a core: there is no taskset here.").strip();
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("measure", "rate");
        fields.put("answer_bytes", (long) answerBytes);
        fields.put("requests_per_core_second", Math.round(perCore(cloud)));
        fields.put("floor_per_core_second", Math.round(perCore(floor)));
        fields.put("ratio", Sample.rounded(ratio()));
        fields.put("requests_per_second", Math.round(perClock(cloud)));
        fields.put("floor_per_second", Math.round(perClock(floor)));
        fields.put("pinned", PinnedProgram.pins());
        return fields;
    }

    private double ratio() {
        return perCore(floor) / perCore(cloud);
    }

    private static double perCore(List<CloudRate> rates) {
        return median(rates, CloudRate::perCoreSecond);
    }

    private static double perClock(List<CloudRate> rates) {
        return median(rates, CloudRate::perSecond);
    }

    private static double median(List<CloudRate> rates, ToDoubleFunction<CloudRate> of) {
        var sorted = rates.stream().mapToDouble(of).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
