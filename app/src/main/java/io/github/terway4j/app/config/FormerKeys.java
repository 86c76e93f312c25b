package io.github.terway4j.app.config;

import java.util.Map;
import java.util.TreeMap;

/** Keys that Terway once knew and knows no more. They are not refused: old ConfigMaps are full of them. */
final class FormerKeys {
    static final Map<String, String> LAST_KNOWN = new TreeMap<>(Map.of(
            "hot_plug", "v1.0",
            "enable_eip_pool", "v1.9.5",
            "allow_eip_rob", "v1.9.5",
            "enable_eip_migrate", "v1.9",
            "eni_cap_policy", "v1.10.0",
            "wait_trunk_eni", "v1.7",
            "disable_security_group_check", "v1.7"));

    private FormerKeys() {}

    static void warn(KeyReader keys) {
        keys.unknown().stream()
                .filter(LAST_KNOWN::containsKey)
                .forEach(key -> keys.warn(
                        "%s no longer has an effect; Terway dropped it after %s".formatted(key, LAST_KNOWN.get(key))));
    }
}
