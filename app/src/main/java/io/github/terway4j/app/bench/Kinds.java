package io.github.terway4j.app.bench;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests by their kind, for machines. */
final class Kinds {
    private Kinds() {}

    static Map<String, Object> fields(Map<CloudApi, Long> byKind) {
        var fields = new LinkedHashMap<String, Object>();
        byKind.forEach((api, count) -> fields.put(api.action(), count));
        return fields;
    }
}
