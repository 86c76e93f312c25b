package io.github.terway4j.app.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How we speak to the cloud.
 *
 * @param region where nothing is said, the instance's own
 * @param callsPerMinute by the API's name; an API that is not in it keeps its own limit
 * @param backoffs by what is waited for; what is not in it keeps its own
 */
public record CloudConfig(
        Credentials credentials,
        Optional<String> region,
        Map<String, Integer> callsPerMinute,
        Map<String, BackoffOverride> backoffs) {
    public CloudConfig {
        callsPerMinute = Collections.unmodifiableMap(new TreeMap<>(callsPerMinute));
        backoffs = Collections.unmodifiableMap(new TreeMap<>(backoffs));
    }
}
