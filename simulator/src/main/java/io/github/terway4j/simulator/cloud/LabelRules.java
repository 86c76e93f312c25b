package io.github.terway4j.simulator.cloud;

import io.github.terway4j.simulator.cloud.api.ApiError;
import io.github.terway4j.simulator.cloud.api.Label;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.util.Map;
import java.util.stream.Stream;

/** What people may write on a thing (ECS API: "NetworkInterfaceName", "Description", "Tag.N"). */
final class LabelRules {
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int SHORTEST = 2;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 128;

    private LabelRules() {}

    /** @param subject what the label is for, or the nearest thing that has an id */
    static void check(Label label, Object subject) {
        text("name", label.name(), LONGEST_NAME, subject);
        if (!label.name().isEmpty() && !Character.isLetter(label.name().codePointAt(0))) {
            throw bad(subject, "a name begins with a letter, not like '%s'".formatted(label.name()));
        }
        text("description", label.description(), LONGEST_DESCRIPTION, subject);
        tags(label.tags().byKey(), subject);
    }

    private static void text(String what, String text, int longest, Object subject) {
        var length = text.codePointCount(0, text.length());
        if (length > 0 && (length < SHORTEST || length > longest || isAddress(text))) {
            throw bad(
                    subject,
                    "a %s has %d to %d characters and is no web address, not '%s'"
                            .formatted(what, SHORTEST, longest, text));
        }
    }

    private static void tags(Map<String, String> tags, Object subject) {
        if (tags.size() > MOST_TAGS) {
            throw new Objection(
                    ApiError.TAGS_EXCEEDED, subject, "at most %d tags, not %d".formatted(MOST_TAGS, tags.size()));
        }
        tags.forEach((key, value) -> {
            var reserved = Stream.of("aliyun", "acs:").anyMatch(key::startsWith);
            if (key.isEmpty() || key.length() > LONGEST_TAG || reserved || isAddress(key)) {
                throw new Objection(ApiError.TAG_KEY_MALFORMED, subject, "'%s' is no tag's key".formatted(key));
            }
            if (value.length() > LONGEST_TAG || isAddress(value)) {
                throw new Objection(ApiError.TAG_VALUE_MALFORMED, subject, "'%s' is no tag's value".formatted(value));
            }
        });
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    private static Objection bad(Object subject, String words) {
        return new Objection(ApiError.INVALID_PARAMETER, subject, words);
    }
}
