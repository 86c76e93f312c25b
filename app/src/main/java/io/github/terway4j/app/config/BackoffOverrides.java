package io.github.terway4j.app.config;

import io.github.terway4j.domain.fault.Wait;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The key {@code backoff_override}: how patiently each thing is waited for, by the names that Terway has for them. */
final class BackoffOverrides {
    private static final String KEY = "backoff_override";

    private BackoffOverrides() {}

    static Map<String, BackoffOverride> read(KeyReader keys, Shape<BackoffOverride> shape) {
        var overrides = new LinkedHashMap<>(keys.read(KEY, Composites.anyMap("wait", shape), Map.of()));
        for (var name : overrides.keySet()) {
            Wait.named(name)
                    .ifPresentOrElse(
                            wait -> {
                                if (!wait.ours()) {
                                    keys.warn("%s.%s has no effect: nothing waits for it here".formatted(KEY, name));
                                }
                            },
                            () -> keys.refuse("%s.%s names nothing that is waited for; there are %s"
                                    .formatted(KEY, name, known())));
        }
        return overrides;
    }

    private static String known() {
        return Arrays.stream(Wait.values())
                .map(wait -> wait.key().isEmpty() ? "\"\" for all others" : wait.key())
                .collect(Collectors.joining(", "));
    }
}
