package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list of plugins, as a container runtime reads it, and what it hands each of them (CNI specification, section 3). */
record Conflist(String version, String name, List<Map<String, Object>> plugins) {
    Conflist {
        plugins = List.copyOf(plugins);
    }

    static Conflist read(String text) {
        var object = Json.readObject(text);
        var plugins = new ArrayList<Map<String, Object>>();
        for (var plugin : (List<?>) object.getOrDefault("plugins", List.of())) {
            plugins.add(Json.readObject(Json.write(plugin)));
        }
        return new Conflist(String.valueOf(object.get("cniVersion")), String.valueOf(object.get("name")), plugins);
    }

    List<String> types() {
        return plugins.stream()
                .map(plugin -> String.valueOf(plugin.get("type")))
                .toList();
    }

    /**
     * What the plugin reads on its stdin.
     *
     * @param arguments what the runtime knows, by capability; a plugin gets what it declares
     * @param previous empty for none
     */
    String stdin(Map<String, Object> plugin, Map<String, Object> arguments, Map<String, Object> previous) {
        var config = new LinkedHashMap<>(plugin);
        config.put("cniVersion", version);
        config.put("name", name);
        var runtimes = new LinkedHashMap<>(arguments);
        var declared = config.remove("capabilities") instanceof Map<?, ?> capabilities ? capabilities : Map.of();
        runtimes.keySet().removeIf(capability -> !Boolean.TRUE.equals(declared.get(capability)));
        if (!runtimes.isEmpty()) {
            config.put("runtimeConfig", runtimes);
        }
        if (!previous.isEmpty()) {
            config.put("prevResult", previous);
        }
        return Json.write(config);
    }
}
