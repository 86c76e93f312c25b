package io.github.terway4j.simulator.cloud.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people write on a thing of the cloud. A text that is not given is empty.
 *
 * @param resourceGroup "ResourceGroupId"
 */
public record Label(String name, String description, String resourceGroup, Map<String, String> tags) {
    public static final Label NONE = new Label("", "", "", Map.of());

    public Label {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public static Label named(String name) {
        return NONE.withName(name);
    }

    public static Label tagged(Map<String, String> tags) {
        return NONE.withTags(tags);
    }

    public Label withName(String other) {
        return new Label(other, description, resourceGroup, tags);
    }

    public Label withDescription(String other) {
        return new Label(name, other, resourceGroup, tags);
    }

    public Label withTags(Map<String, String> others) {
        return new Label(name, description, resourceGroup, others);
    }
}
