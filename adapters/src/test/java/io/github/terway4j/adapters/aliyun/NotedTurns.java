package io.github.terway4j.adapters.aliyun;

import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.domain.quota.Urgency;
import io.github.terway4j.ports.in.PaceCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets every call through and remembers it. */
final class NotedTurns implements PaceCalls {
    final List<String> noted = new ArrayList<>();
    final List<CloudApi> taken = new ArrayList<>();

    @Override
    public Optional<Duration> turn(CloudApi api, Urgency urgency) {
        noted.add(api + " " + urgency);
        return Optional.empty();
    }

    @Override
    public Duration throttled(CloudApi api) {
        noted.add(api + " throttled");
        return Duration.ofSeconds(3);
    }

    @Override
    public Duration throttledAltogether() {
        noted.add("all throttled");
        return Duration.ofSeconds(7);
    }

    @Override
    public void taken(CloudApi api) {
        taken.add(api);
    }
}
