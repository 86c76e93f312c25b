package io.github.terway4j.app.config;

import io.github.terway4j.domain.fault.Patience;
import io.github.terway4j.domain.fault.Wait;
import io.github.terway4j.domain.fault.Waits;
import io.github.terway4j.domain.quota.CloudApi;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How we speak to the cloud.
 *
 * @param region where nothing is said, the instance's own
 * @param callsPerMinute an API that is not in it keeps its own limit
 * @param backoffs by what is waited for; what is not in it keeps its own
 */
public record CloudConfig(
        Credentials credentials,
        Optional<String> region,
        Map<CloudApi, Integer> callsPerMinute,
        Map<String, BackoffOverride> backoffs) {
    public CloudConfig {
        var limits = new EnumMap<CloudApi, Integer>(CloudApi.class);
        limits.putAll(callsPerMinute);
        callsPerMinute = Collections.unmodifiableMap(limits);
        backoffs = Collections.unmodifiableMap(new TreeMap<>(backoffs));
    }

    /** How patiently each thing is waited for. */
    public Waits waits() {
        var patiences = new EnumMap<Wait, Patience>(Wait.class);
        backoffs.forEach((name, override) ->
                Wait.named(name).ifPresent(wait -> patiences.put(wait, override.over(wait.usual()))));
        return new Waits(patiences);
    }
}
