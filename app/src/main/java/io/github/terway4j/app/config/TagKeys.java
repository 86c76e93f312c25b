package io.github.terway4j.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that speak of tags. */
final class TagKeys {
    /** Marks what is made by us; Terway's own mark, so that either finds what the other made. */
    private static final EniTag CREATOR = new EniTag("creator", "terway");

    /** ENIs of the RDMA controller, and those that somebody marked for us to leave alone. */
    private static final List<EniTag> ALWAYS_BLOCKED = List.of(
            new EniTag("creator", "alibabacloud-erdma-controller"),
            new EniTag("terway.alibabacloud.com/excluded", "true"));

    /** The cloud's limit (ECS API, CreateNetworkInterface). */
    private static final int MOST_TAGS = 20;

    private TagKeys() {}

    static Map<String, String> tags(KeyReader keys) {
        var tags = new LinkedHashMap<>(keys.read("eni_tags", map(), Map.of()));
        var replaced = tags.put(CREATOR.key(), CREATOR.value());
        if (replaced != null && !replaced.equals(CREATOR.value())) {
            keys.warn("eni_tags gives the tag creator the value \"%s\", but it is always \"%s\""
                    .formatted(replaced, CREATOR.value()));
        }
        if (tags.size() > MOST_TAGS) {
            keys.refuse("eni_tags and the tag creator are %d tags; an ENI can have at most %d"
                    .formatted(tags.size(), MOST_TAGS));
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
        return Stream.concat(listed.stream(), ALWAYS_BLOCKED.stream())
                .distinct()
                .toList();
    }

    private static Shape<Map<String, String>> map() {
        return Composites.map("tag", Shapes.anyText());
    }
}
