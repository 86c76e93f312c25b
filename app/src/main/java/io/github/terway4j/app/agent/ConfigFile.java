package io.github.terway4j.app.agent;

import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The configuration as a file, which a ConfigMap may be mounted as; what its other keys say of the wiring lies beside it. */
final class ConfigFile {
    private ConfigFile() {}

    /** @param mode as the agent was told when it was started; empty where the file says it, or nobody does */
    static ConfigReading read(Path file, String mode) {
        try {
            return ConfigTexts.read(
                    List.of(text(file)), NodeLabels.NONE, mode, Optional.empty(), PluginFile.beside(file));
        } catch (IOException unreadable) {
            return unreadable(file, unreadable);
        }
    }

    static ConfigText text(Path file) throws IOException {
        return new ConfigText(file.toString(), Files.readString(file));
    }

    static ConfigReading unreadable(Path file, IOException failed) {
        return new ConfigReading.Refused(List.of("%s cannot be read: %s".formatted(file, failed.getMessage())));
    }
}
