package io.github.terway4j.adapters.kubernetes;

import io.github.terway4j.adapters.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What server-side apply makes of an object, as far as conditions are concerned: those of the same type are replaced. */
final class Applied {
    private Applied() {}

    static String to(String current, String applied) {
        var object = Json.readObject(current);
        var status = new LinkedHashMap<>(map(object.getOrDefault("status", Map.of())));
        var conditions = new LinkedHashMap<Object, Object>();
        for (var each : List.of(status, map(Json.readObject(applied).getOrDefault("status", Map.of())))) {
            for (var condition : (List<?>) each.getOrDefault("conditions", List.of())) {
                conditions.put(map(condition).get("type"), condition);
            }
        }
        status.put("conditions", new ArrayList<>(conditions.values()));
        object.put("status", status);
        return Json.write(object);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
