package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration as a file, which a ConfigMap is mounted as. */
final class ConfigFile {
    private ConfigFile() {}

    static ConfigReading read(Path file) {
        try {
            return NodeConfigReader.read(Json.readObject(Files.readString(file)));
        } catch (IOException unreadable) {
            return new ConfigReading.Refused(List.of("%s cannot be read: %s".formatted(file, unreadable.getMessage())));
        } catch (JsonException malformed) {
            return new ConfigReading.Refused(List.of("%s is no JSON: %s".formatted(file, malformed.getMessage())));
        }
    }
}
