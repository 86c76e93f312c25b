package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.NodeConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The configuration as a file, which a ConfigMap is mounted as. */
final class ConfigFile {
    private static final String MODE = "daemon_mode";

    private ConfigFile() {}

    /** @param mode as the agent was told when it was started; empty where the file says it, or nobody does */
    static ConfigReading read(Path file, String mode) {
        try {
            var plain = new LinkedHashMap<>(Json.readObject(Files.readString(file)));
            var written = plain.getOrDefault(MODE, mode);
            if (!mode.isEmpty() && !mode.equals(written)) {
                return new ConfigReading.Refused(
                        List.of("%s is %s in %s, but the agent was started with --daemon-mode %s"
                                .formatted(MODE, written, file, mode)));
            }
            if (!mode.isEmpty()) {
                plain.put(MODE, mode);
            }
            return NodeConfigReader.read(plain);
        } catch (IOException unreadable) {
            return new ConfigReading.Refused(List.of("%s cannot be read: %s".formatted(file, unreadable.getMessage())));
        } catch (JsonException malformed) {
            return new ConfigReading.Refused(List.of("%s is no JSON: %s".formatted(file, malformed.getMessage())));
        }
    }
}
