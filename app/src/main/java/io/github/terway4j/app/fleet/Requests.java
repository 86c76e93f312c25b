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

    public Map<CloudApi, Long> byKind() {
        return Collections.unmodifiableMap(new EnumMap<>(made));
    }

    /** As they are at this moment. */
    Requests copy() {
        var copy = new Requests();
        copy.made.putAll(made);
        return copy;
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
