package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import io.github.terway4j.adapters.kubernetes.KubernetesConfigDirectory;
import io.github.terway4j.domain.datapath.VirtualType;
import io.github.terway4j.ports.out.ConfigText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the operator has written for the runtime, as far as it concerns the agent, too: it prepares ENIs and the host before
 * the first runtime calls. It is another key of the same ConfigMap, or a file beside the agent's where that is mounted; and
 * Terway has these keys only there.
 *
 * @param name of the file or key; empty where there is none
 * @param fields of our own plugin in it
 */
record PluginFile(String name, Map<String, Object> fields) {
    /** Nothing is written for the runtime where we could read it. */
    static final PluginFile NONE = new PluginFile("", Map.of());

    private static final List<String> KEYS =
            List.of("eniip_virtual_type", "host_stack_cidrs", "symmetric_routing", "symmetric_routing_config");
    private static final String OURS = "terway";

    PluginFile {
        fields = new LinkedHashMap<>(fields);
    }

    /** By the names that the keys of the ConfigMap have, and in their order. */
    static PluginFile beside(Path config) throws IOException {
        for (var name : KubernetesConfigDirectory.RUNTIMES) {
            var file = config.resolveSibling(name);
            if (Files.exists(file)) {
                return of(name, new ConfigText(file.toString(), Files.readString(file)));
            }
        }
        return NONE;
    }

    /** One that is no file. */
    static PluginFile of(ConfigText text) throws IOException {
        return of(text.place(), text);
    }

    private static PluginFile of(String name, ConfigText text) throws IOException {
        try {
            return new PluginFile(name, ours(Json.readObject(text.text())));
        } catch (JsonException malformed) {
            throw new IOException("%s is no JSON: %s".formatted(text.place(), malformed.getMessage()), malformed);
        }
    }

    private static Map<String, Object> ours(Map<String, Object> written) {
        var plugins = written.get("plugins") instanceof List<?> list ? list : List.of(written);
        var ours = new LinkedHashMap<String, Object>();
        for (var plugin : plugins) {
            if (plugin instanceof Map<?, ?> map && OURS.equals(map.get("type"))) {
                map.forEach((key, value) -> ours.putIfAbsent(String.valueOf(key), value));
            }
        }
        return ours;
    }

    /** Where both say something, and not the same: a sentence each. */
    List<String> contradictions(Map<String, Object> agents) {
        var words = new ArrayList<String>();
        for (var key : KEYS) {
            boolean both = says(fields, key) && says(agents, key) && !(agents.get(key) instanceof List<?>);
            if (both && !plain(agents.getOrDefault(key, "")).equals(plain(fields.getOrDefault(key, "")))) {
                words.add("%s is %s in eni_conf and %s in %s: write the same into both, or into one of them"
                        .formatted(key, agents.get(key), fields.get(key), name));
            }
        }
        return words;
    }

    /** What the agent is to work by. Blocks that the host answers are joined. */
    Map<String, Object> joined(Map<String, Object> agents) {
        var joined = new LinkedHashMap<>(agents);
        for (var key : KEYS) {
            if (!says(fields, key)) {
                continue;
            }
            if (says(agents, key)
                    && agents.get(key) instanceof List<?> one
                    && fields.get(key) instanceof List<?> other) {
                var all = new LinkedHashSet<Object>(one);
                all.addAll(other);
                joined.put(key, List.copyOf(all));
            } else {
                joined.put(key, fields.get(key));
            }
        }
        return joined;
    }

    private static boolean says(Map<String, Object> fields, String key) {
        return !List.of("", List.of(), Json.NULL).contains(fields.getOrDefault(key, Json.NULL));
    }

    /** The same text for what means the same: case does not matter in any of them, and two ways of wiring are one. */
    private static String plain(Object value) {
        var text = String.valueOf(value).toLowerCase(Locale.ROOT);
        return VirtualType.of(text).map(VirtualType::text).orElse(text);
    }
}
