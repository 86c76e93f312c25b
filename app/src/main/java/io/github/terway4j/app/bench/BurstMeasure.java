package io.github.terway4j.app.bench;

import io.github.terway4j.app.fleet.Requests;
import io.github.terway4j.domain.quota.CloudApi;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The requests for a hundred pods that came and went, beside the least possible. */
public record BurstMeasure(BurstScene scene, Requests up, Requests down) {
    private static final String ROW = "  %-30s %8s %8s";

    double perPod() {
        return (up.all() + down.all()) / (double) BurstScene.PODS;
    }

    double leastPerPod() {
        return least().all() / (double) BurstScene.PODS;
    }

    /** For people. */
    String words() {
        var made = made();
        return """
                %d pods come to a node and go again, its ENIs take %s: %.2f requests a pod, at least %.2f.
                %s
                %s""".formatted(
                        BurstScene.PODS,
                        scene.portion(),
                        perPod(),
                        leastPerPod(),
                        ROW.formatted("", "MADE", "LEAST"),
                        made.keySet().stream()
                                .map(api -> ROW.formatted(
                                        api, made.get(api), least().byKind().getOrDefault(api, 0L)))
                                .collect(Collectors.joining("\n")));
    }

    /** For machines. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("portion", scene.portion());
        fields.put("pods", (long) BurstScene.PODS);
        fields.put("calls_per_pod", perPod());
        fields.put("least_calls_per_pod", leastPerPod());
        fields.put("requests_up", up.all());
        fields.put("least_requests_up", scene.leastUp().all());
        fields.put("requests_down", down.all());
        fields.put("least_requests_down", scene.leastDown().all());
        fields.put("requests_by_kind", Kinds.fields(made()));
        fields.put("least_by_kind", Kinds.fields(least().byKind()));
        return fields;
    }

    private LeastRequests least() {
        return scene.leastUp().and(scene.leastDown());
    }

    private Map<CloudApi, Long> made() {
        var made = new EnumMap<CloudApi, Long>(CloudApi.class);
        up.byKind().forEach((api, count) -> made.merge(api, count, Long::sum));
        down.byKind().forEach((api, count) -> made.merge(api, count, Long::sum));
        return made;
    }
}
