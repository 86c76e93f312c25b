package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.Map;
import java.util.TreeMap;

/** Tags among a call's parameters: {@code Tag.1.Key, Tag.1.Value}. */
final class Tags {
    private Tags() {}

    static Map<String, String> read(Parameters parameters) {
        var tags = new TreeMap<String, String>();
        for (var tag : parameters.things("Tag")) {
            var key = tag.text("Key")
                    .orElseThrow(() -> Rejection.of("InvalidTagKey.Malformed", 400, "A tag has no key."));
            if (tags.put(key, tag.text("Value").orElse("")) != null) {
                throw Rejection.of("Duplicate.TagKey", 400, "The tag key %s is there twice.".formatted(key));
            }
        }
        return tags;
    }
}
