package io.github.terway4j.app.config;

import io.github.terway4j.domain.eni.Marks;
import io.github.terway4j.domain.eni.Tags;
import io.github.terway4j.domain.pool.EniClaim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that speak of tags. */
final class TagKeys {
    /** Marks what is made by us; Terway's own mark, so that either finds what the other made. */
    private static final EniTag CREATOR = new EniTag("creator", "terway");

    /** The cloud's limit is 20 (ECS API, CreateNetworkInterface); one names the instance, one the call. */
    private static final int MOST_TAGS = 18;

    private TagKeys() {}

    /** Those of {@code eni_tags}, our mark, and those that the filter wants to see. */
    static Map<String, String> tags(KeyReader keys) {
        var tags = new LinkedHashMap<>(keys.read("eni_tags", map(), Map.of()));
        var replaced = tags.put(CREATOR.key(), CREATOR.value());
        if (replaced != null && !replaced.equals(CREATOR.value())) {
            keys.warn("eni_tags gives the tag creator the value \"%s\", but it is always \"%s\""
                    .formatted(replaced, CREATOR.value()));
        }
        filter(keys).forEach((key, value) -> {
            var other = tags.put(key, value);
            if (other != null && !other.equals(value)) {
                keys.refuse("eni_tag_filter wants %s=%s, but ENIs are made with %s=%s: none of them would be used"
                        .formatted(key, value, key, other));
            }
        });
        for (var own : List.of(Marks.MADE_FOR, Marks.CALL, Marks.USE)) {
            if (tags.containsKey(own)) {
                keys.refuse("the tag %s is the agent's own and stands neither in eni_tags nor in eni_tag_filter"
                        .formatted(own));
            }
        }
        blockList(keys).stream()
                .filter(blocked -> blocked.value().equals(tags.get(blocked.key())))
                .forEach(blocked -> keys.refuse(
                        "eni_tag_block_list has %s=%s, but ENIs are made with it: none of them would be used"
                                .formatted(blocked.key(), blocked.value())));
        // On members another says what they were made for.
        var most = keys.read("enable_eni_trunking", Shapes.flag(), false) ? MOST_TAGS - 1 : MOST_TAGS;
        if (tags.size() > most) {
            keys.refuse("eni_tags, eni_tag_filter and the tag creator are %d tags; an ENI can have at most %d"
                    .formatted(tags.size(), most));
        }
        return tags;
    }

    static Map<String, String> filter(KeyReader keys) {
        return keys.read("eni_tag_filter", map(), Map.of());
    }

    static List<EniTag> blockList(KeyReader keys) {
        var tag = Composites.record(
                "{\"key\": text, \"value\": text}",
                fields ->
                        new EniTag(fields.need("key", Shapes.text(), ""), fields.need("value", Shapes.anyText(), "")));
        var listed = keys.read("eni_tag_block_list", Composites.list(tag), List.<EniTag>of());
        return Stream.concat(listed.stream(), EniClaim.ALWAYS_BLOCKED.stream().map(TagKeys::tag))
                .distinct()
                .toList();
    }

    private static EniTag tag(Tags one) {
        var entry = one.byKey().entrySet().iterator().next();
        return new EniTag(entry.getKey(), entry.getValue());
    }

    private static Shape<Map<String, String>> map() {
        return Composites.map("tag", Shapes.anyText());
    }
}
