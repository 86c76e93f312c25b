package io.github.terway4j.app.fleet;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many requests were made, by what they ask. */
public final class Requests {
    private final Map<CloudApi, Long> made = new EnumMap<>(CloudApi.class);

    void count(CloudApi api) {
        made.merge(api, 1L, Long::sum);
    }

    public long all() {
        return made.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether one of them was for more than to look: the cloud calls those that are not "Describe…". */
    boolean change() {
        return made.keySet().stream().anyMatch(api -> !api.action().startsWith("Describe"));
    }

    public Map<CloudApi, Long> byKind() {
        return Collections.unmodifiableMap(new EnumMap<>(made));
    }

    /** As they are at this moment. */
    Requests copy() {
        return new Requests().and(this);
    }

    /** These and the others, as they are at this moment. */
    Requests and(Requests others) {
        var both = new Requests();
        both.made.putAll(made);
        others.made.forEach((api, count) -> both.made.merge(api, count, Long::sum));
        return both;
    }

    /** Those that were made since {@code earlier} was copied. */
    Requests since(Requests earlier) {
        var since = new Requests();
        made.forEach((api, count) -> {
            var more = count - earlier.made.getOrDefault(api, 0L);
            if (more > 0) {
                since.made.put(api, more);
            }
        });
        return since;
    }
}
