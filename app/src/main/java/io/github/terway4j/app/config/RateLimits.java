package io.github.terway4j.app.config;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The key {@code rate_limit}: calls a minute, by the API's name. */
final class RateLimits {
    private static final String KEY = "rate_limit";

    /** Known to Terway, which calls another service by them; we do not. */
    private static final List<String> OTHERS = List.of(
            "AssignLeniPrivateIpAddress",
            "AttachElasticNetworkInterface",
            "AttachHighDensityElasticNetworkInterface",
            "CreateElasticNetworkInterface",
            "CreateHighDensityElasticNetworkInterface",
            "DeleteElasticNetworkInterface",
            "DeleteHighDensityElasticNetworkInterface",
            "DetachElasticNetworkInterface",
            "DetachHighDensityElasticNetworkInterface",
            "GetNodeInfoForPod",
            "ListElasticNetworkInterfaces",
            "ListHighDensityElasticNetworkInterfaces");

    /** Far beyond what any account is granted, and few enough to be counted in nanoseconds for hours. */
    private static final int MOST = 100_000;

    private RateLimits() {}

    static Map<CloudApi, Integer> read(KeyReader keys) {
        var limits = new LinkedHashMap<>(keys.read(KEY, Composites.map("API", Shapes.wholeNumber(1, MOST)), Map.of()));
        var known = new EnumMap<CloudApi, Integer>(CloudApi.class);
        limits.forEach((name, perMinute) ->
                CloudApi.named(name).ifPresentOrElse(api -> known.put(api, perMinute), () -> unknown(keys, name)));
        return Collections.unmodifiableMap(known);
    }

    private static void unknown(KeyReader keys, String name) {
        if (OTHERS.contains(name)) {
            keys.warn("%s.%s has no effect: terway4j does not call it".formatted(KEY, name));
            return;
        }
        var hint = UnknownKeys.nearest(name, names()).map("; did you mean %s?"::formatted);
        keys.refuse("%s.%s names no API that is called%s".formatted(KEY, name, hint.orElse("")));
    }

    private static List<String> names() {
        return Stream.concat(Arrays.stream(CloudApi.values()).map(CloudApi::action), OTHERS.stream())
                .toList();
    }
}
