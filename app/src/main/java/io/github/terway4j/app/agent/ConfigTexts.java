package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.app.config.ConfigReading;
import io.github.terway4j.app.config.MergePatch;
import io.github.terway4j.app.config.NodeConfigReader;
import io.github.terway4j.domain.datapath.DaemonMode;
import io.github.terway4j.domain.node.NodeLabels;
import io.github.terway4j.ports.out.ConfigText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A configuration that stands in several places: the later is merged into the earlier (RFC 7396), then what the node's labels
 * say, then what nobody has said and the cluster knows. It is read as a whole, and taken or refused as a whole.
 */
final class ConfigTexts {
    private static final String MODE = "daemon_mode";
    private static final String SERVICES = "service_cidr";

    private ConfigTexts() {}

    /**
     * Reads them.
     *
     * @param mode as the agent was told when it was started; empty where the texts say it, or nobody does
     * @param services the cluster's service addresses, where the texts do not say them
     * @param plugin what is written for the runtime, as far as it concerns the agent, too
     */
    static ConfigReading read(
            List<ConfigText> texts, NodeLabels labels, String mode, Optional<String> services, PluginFile plugin) {
        if (!labels.obstacles().isEmpty()) {
            return new ConfigReading.Refused(labels.obstacles());
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        for (var text : texts) {
            try {
                merged = MergePatch.apply(Json.readObject(text.text()), merged);
            } catch (JsonException malformed) {
                return new ConfigReading.Refused(
                        List.of("%s is no JSON: %s".formatted(text.place(), malformed.getMessage())));
            }
        }
        var written = merged.getOrDefault(MODE, mode);
        if (labels.mode().isEmpty() && !mode.isEmpty() && !mode.equals(written)) {
            return new ConfigReading.Refused(List.of("%s is %s in %s, but the agent was started with --daemon-mode %s"
                    .formatted(MODE, written, places(texts), mode)));
        }
        var decided = labels.mode().map(DaemonMode::text).orElse(mode);
        if (!decided.isEmpty()) {
            merged.put(MODE, decided);
        }
        if (services.isPresent() && "".equals(merged.getOrDefault(SERVICES, ""))) {
            merged.put(SERVICES, services.get());
        }
        var contradictions = plugin.contradictions(merged);
        return contradictions.isEmpty()
                ? NodeConfigReader.read(plugin.joined(merged))
                : new ConfigReading.Refused(contradictions);
    }

    private static String places(List<ConfigText> texts) {
        return texts.stream().map(ConfigText::place).collect(Collectors.joining(" and "));
    }
}
