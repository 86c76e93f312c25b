package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Tags among a call's parameters, {@code Tag.1.Key, Tag.1.Value}, and in its answer. */
final class Tags {
    private Tags() {}

    static Map<String, String> read(Parameters parameters) {
        var tags = new TreeMap<String, String>();
        for (var tag : parameters.things("Tag")) {
            var key = key(tag);
            if (tags.put(key, tag.text("Value").orElse("")) != null) {
                throw Rejection.of("Duplicate.TagKey", 400, "The tag key %s is there twice.".formatted(key));
            }
        }
        return tags;
    }

    /** What to look for: a tag with its value, or one by its key alone where no value is given. */
    static <T> List<T> wanted(Parameters parameters, BiFunction<String, String, T> tagged, Function<String, T> hasTag) {
        var wanted = new ArrayList<T>();
        for (var tag : parameters.things("Tag")) {
            var key = key(tag);
            wanted.add(tag.text("Value").map(value -> tagged.apply(key, value)).orElseGet(() -> hasTag.apply(key)));
        }
        return wanted;
    }

    /** As ECS shows them. */
    static Fields shape(Map.Entry<String, String> tag) {
        return new Fields().put("TagKey", tag.getKey()).put("TagValue", tag.getValue());
    }

    private static String key(Parameters tag) {
        return tag.text("Key").orElseThrow(() -> Rejection.of("InvalidTagKey.Malformed", 400, "A tag has no key."));
    }
}
