package io.github.terway4j.simulator.cloud.api;

import io.github.terway4j.domain.eni.Tags;
import java.util.Map;

/**
 * What people write on a thing of the cloud. A text that is not given is empty.
 *
 * @param resourceGroup "ResourceGroupId"
 */
public record Label(String name, String description, String resourceGroup, Tags tags) {
    public static final Label NONE = new Label("", "", "", Tags.NONE);

    public Label(String name, String description, String resourceGroup, Map<String, String> tags) {
        this(name, description, resourceGroup, new Tags(tags));
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
        return new Label(name, description, resourceGroup, new Tags(others));
    }
}
